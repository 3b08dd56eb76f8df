package org.alongside.referral.opening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

/** Timetables of services: their own, those at their places, and those of their places, unless a place is confidential. */
@ApplicationScoped
class OpeningRepository {

    private static final String TIMETABLES = """
            with asked as (select unnest(cast(:services as uuid[])) as id),
                 line as (
                 select a.id as service, coalesce(h.location_id, (select x.location_id from service_at_location x
                                                                   where x.id = h.service_at_location_id)) as place, h.*
                   from asked a join schedule_shown h on h.service_id = a.id and h.x_vanished_at is null
                 union
                 select a.id, x.location_id, h.*
                   from asked a join service_at_location x on x.service_id = a.id and x.x_vanished_at is null
                   join location_shown l on l.id = x.location_id and l.x_vanished_at is null
                   join schedule_shown h on h.x_vanished_at is null
                        and (h.service_at_location_id = x.id or h.location_id = x.location_id))
            select service, place, freq is null and coalesce(notes = 'Closed' or starts_with(notes, 'Closed: '), false) as closed, freq, byday, bymonthday, byyearday, byweekno, wkst, cast(interval as text) as interval,
                   cast(count as text) as count, dtstart, until, valid_from, valid_to, timezone, opens_at, closes_at
              from line""";

    /** Of {@link ZoneOffset}. */
    private static final BigDecimal FARTHEST_HOURS = BigDecimal.valueOf(18);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

    private final EntityManager entities;
    private final OpeningConfig config;

    OpeningRepository(EntityManager entities, OpeningConfig config) {
        this.entities = entities;
        this.config = config;
    }

    /** Services without a timetable are left out. */
    Map<UUID, List<Hours>> of(Collection<UUID> services) {
        return entities.unwrap(Session.class).createNativeQuery(TIMETABLES, Tuple.class)
                .setParameter("services", services.toArray(UUID[]::new)).getResultStream()
                .collect(Collectors.groupingBy(row -> row.get("service", UUID.class),
                        Collectors.mapping(this::hours, Collectors.toList())));
    }

    private Hours hours(Tuple row) {
        if (row.get("closed", Boolean.class)) {
            return Hours.closed(row.get("valid_from", LocalDate.class), row.get("valid_to", LocalDate.class),
                    zone(row.get("timezone", BigDecimal.class)).orElse(config.timeZone()),
                    row.get("place", UUID.class));
        }
        return new Hours(rule(row), row.get("dtstart", LocalDate.class), row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class), span(row), false, row.get("place", UUID.class));
    }

    private static String rule(Tuple row) {
        if (text(row, "freq") == null) {
            return null;
        }
        LocalDate until = row.get("until", LocalDate.class);
        return Hours.rule("FREQ", text(row, "freq"), "INTERVAL", "1".equals(text(row, "interval"))
                ? null
                : text(row, "interval"), "COUNT", text(row, "count"), "UNTIL",
                until == null ? null : until.toString().replace("-", ""), "WKST", text(row, "wkst"), "BYDAY",
                text(row, "byday"), "BYMONTHDAY", text(row, "bymonthday"), "BYYEARDAY", text(row, "byyearday"),
                "BYWEEKNO", text(row, "byweekno"));
    }

    private Hours.Span span(Tuple row) {
        Optional<TimeOfDay> opens = TimeOfDay.of(text(row, "opens_at"));
        Optional<TimeOfDay> closes = TimeOfDay.of(text(row, "closes_at"));
        if (opens.isEmpty() || closes.isEmpty()) {
            return null;
        }
        return Optional.ofNullable(opens.get().zone()).or(() -> zone(row.get("timezone", BigDecimal.class)))
                .map(zone -> new Hours.Span(opens.get().time(), closes.get().time(), zone)).orElse(null);
    }

    /** @return empty for what is no offset in hours; minutes, for instance */
    private Optional<ZoneId> zone(BigDecimal offset) {
        if (offset == null) {
            return Optional.of(config.timeZone());
        }
        return offset.abs().compareTo(FARTHEST_HOURS) > 0
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(offset.multiply(SECONDS).intValue()));
    }

    private static String text(Tuple row, String column) {
        String text = row.get(column, String.class);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
