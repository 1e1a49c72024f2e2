package org.bluelamp.actions.internal;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionView;
import org.bluelamp.actions.Actions;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is open and who holds it, in the transaction that changes it.
@Component
class OpenActions implements Projection<ActionEvent> {
    static final String INSERT = """
            insert into actions.open_action
                   (action, what, about, rung, holder, borough, asked_at, due_at, blocks)
            values (:action, :what, :about, 0, :holder, :borough, :askedAt, :dueAt, :blocks)
            """;
    static final String HOLD = """
            update actions.open_action
               set rung = :rung, holder = :holder, due_at = :dueAt
             where action = :action
            """;
    static final String OVER = "delete from actions.open_action where action = :action";
    static final String CLEAR = "delete from actions.open_action";
    static final String FIND = """
            select action, what, about, rung, holder, borough, asked_at, due_at, blocks
              from actions.open_action
             where action = :action
            """;
    static final String HELD = """
            select action, what, about, rung, holder, borough, asked_at, due_at, blocks
              from actions.open_action
             where holder = :holder
               and (cast(:borough as text) is null or borough is null or borough = :borough)
             order by due_at, action
             limit :most
            """;
    static final String ABOUT = """
            select action, what, about, rung, holder, borough, asked_at, due_at, blocks
              from actions.open_action
             where about = :about
             order by due_at, action
             limit :most
            """;

    private record Row(
            String action,
            String what,
            String about,
            int rung,
            String holder,
            @Nullable String borough,
            OffsetDateTime askedAt,
            OffsetDateTime dueAt,
            @Nullable String blocks) {
        ActionView view() {
            return new ActionView(
                    new ActionId(action),
                    what,
                    about,
                    rung,
                    new RoleCode(holder),
                    Optional.ofNullable(borough).map(BoroughCode::new),
                    askedAt.toInstant(),
                    dueAt.toInstant(),
                    Optional.ofNullable(blocks));
        }
    }

    private final JdbcClient jdbc;

    OpenActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "actions/open-actions";
    }

    @Override
    public Class<ActionEvent> follows() {
        return ActionEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void on(Recorded<ActionEvent> recorded) {
        switch (recorded.event()) {
            case ActionEvent.Asked asked ->
                jdbc.sql(INSERT)
                        .param("action", asked.action().text())
                        .param("what", asked.what())
                        .param("about", asked.about())
                        .param("holder", asked.holder().code())
                        .param("borough", asked.borough().map(BoroughCode::code).orElse(null))
                        .param(
                                "askedAt",
                                Timestamp.from(recorded.act().happened().at()))
                        .param("dueAt", Timestamp.from(asked.dueAt()))
                        .param("blocks", asked.blocks().orElse(null))
                        .update();
            case ActionEvent.Climbed climbed ->
                hold(climbed.action(), climbed.rung(), climbed.holder(), Timestamp.from(climbed.dueAt()));
            case ActionEvent.Reminded reminded ->
                hold(reminded.action(), reminded.rung(), reminded.holder(), Timestamp.from(reminded.dueAt()));
            case ActionEvent.Answered answered -> over(answered.action());
            case ActionEvent.Withdrawn withdrawn -> over(withdrawn.action());
        }
    }

    private void hold(ActionId action, int rung, RoleCode holder, Timestamp dueAt) {
        jdbc.sql(HOLD)
                .param("action", action.text())
                .param("rung", rung)
                .param("holder", holder.code())
                .param("dueAt", dueAt)
                .update();
    }

    private void over(ActionId action) {
        jdbc.sql(OVER).param("action", action.text()).update();
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    Optional<ActionView> find(ActionId action) {
        return jdbc.sql(FIND)
                .param("action", action.text())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    List<ActionView> heldBy(RoleCode holder, Optional<BoroughCode> borough) {
        return jdbc
                .sql(HELD)
                .param("holder", holder.code())
                .param("borough", borough.map(BoroughCode::code).orElse(null))
                .param("most", Actions.SHOWN_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    List<ActionView> about(String reference) {
        return jdbc
                .sql(ABOUT)
                .param("about", reference)
                .param("most", Actions.SHOWN_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }
}
