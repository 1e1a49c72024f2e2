package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.Presence;
import org.springframework.stereotype.Component;

/// The sessions of this node and whose they are, from sign-in until they end or run out.
@Component
class SessionsHere implements Presence, HttpSessionListener, HttpSessionIdListener {
    private final Map<String, PersonId> sessions = new ConcurrentHashMap<>();

    void begun(String session, PersonId person) {
        sessions.put(session, person);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        PersonId person = sessions.remove(oldId);
        if (person != null) {
            sessions.put(event.getSession().getId(), person);
        }
    }

    @Override
    public Set<PersonId> signedIn() {
        return Set.copyOf(sessions.values());
    }
}
