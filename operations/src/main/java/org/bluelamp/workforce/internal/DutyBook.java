package org.bluelamp.workforce.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.workforce.DutyEvent;
import org.bluelamp.workforce.decide.Duty;

/// What callsigns and people are bound to around a tour's day, as read: the day before, the day, the day after. A
/// tour ends, or is booked off by the program, within a day and a half, so no other day can matter.
record DutyBook(LocalDate day, Map<String, Duty> duties, List<StreamRead<DutyEvent>> reads) {

    static DutyBook read(Journal journal, LocalDate day, Set<String> holders, Map<String, List<DutyEvent>> further) {
        var duties = new LinkedHashMap<String, Duty>();
        var reads = new ArrayList<StreamRead<DutyEvent>>();
        for (String holder : holders) {
            var events = new ArrayList<DutyEvent>();
            for (LocalDate each : List.of(day.minusDays(1), day, day.plusDays(1))) {
                StreamRead<DutyEvent> read = journal.read(stream(each, holder), DutyEvent.class);
                reads.add(read);
                events.addAll(read.events());
            }
            events.addAll(further.getOrDefault(holder, List.of()));
            duties.put(holder, Duty.from(holder, events));
        }
        return new DutyBook(day, duties, reads);
    }

    static StreamId stream(LocalDate day, String holder) {
        return new StreamId("duty/%s/%s".formatted(day, holder));
    }
}
