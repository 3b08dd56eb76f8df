package org.alongside.referral.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Whether services are open. */
@ApplicationScoped
@Transactional
public class OpeningService {

    private final OpeningRepository timetables;
    private final HolidayRepository holidays;
    private final OpeningConfig config;

    OpeningService(OpeningRepository timetables, HolidayRepository holidays, OpeningConfig config) {
        this.timetables = timetables;
        this.holidays = holidays;
        this.config = config;
    }

    /** An answer for each of the services. */
    public Map<UUID, Opening> at(Collection<UUID> services, Instant moment) {
        if (holidays.isOne(LocalDate.ofInstant(moment, config.timeZone()))) {
            return services.stream().collect(Collectors.toMap(service -> service, service -> Opening.HOLIDAY));
        }
        Map<UUID, List<Hours>> told = timetables.of(services);
        Map<UUID, Opening> answers = new HashMap<>();
        services.forEach(service -> answers.put(service, byLines(told.getOrDefault(service, List.of()), moment)));
        return answers;
    }

    /** Open by any line that no other closes; closed only when every line can be made out. */
    static Opening byLines(List<Hours> timetable, Instant moment) {
        List<Hours> lines = timetable.stream().filter(line -> line.isAbout(moment)).toList();
        List<Hours> closures = lines.stream().filter(line -> line.closed() && line.at(moment) == Opening.OPEN).toList();
        Set<Opening> answers = lines.stream().filter(line -> !line.closed()).map(line -> at(line, closures, moment))
                .collect(Collectors.toSet());
        if (!closures.isEmpty()) {
            answers.add(Opening.CLOSED);
        }
        if (answers.contains(Opening.OPEN)) {
            return Opening.OPEN;
        }
        return answers.equals(Set.of(Opening.CLOSED)) ? Opening.CLOSED : Opening.UNKNOWN;
    }

    /** Hours that name no place, while one of the places is closed, do not say whether another is open. */
    private static Opening at(Hours line, List<Hours> closures, Instant moment) {
        if (closures.stream().anyMatch(closure -> closure.closes(line))) {
            return Opening.CLOSED;
        }
        Opening told = line.at(moment);
        return told == Opening.OPEN && line.place() == null && !closures.isEmpty() ? Opening.UNKNOWN : told;
    }
}
