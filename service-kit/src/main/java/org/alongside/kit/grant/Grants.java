package org.alongside.kit.grant;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.hibernate.Session;

/** Looks up live grants: the master in intake-service, the copy elsewhere. */
@ApplicationScoped
public class Grants {

    private static final String LIVE = """
            select id, basis, basis_id, parts, categories, (select as_of from grant_feed) as as_of
              from access_grant
             where client_id = ? and grantee = ? and revoked_at is null and valid_from <= ? and valid_until > ?
               and (worker is null and not ? or worker = ?) and (basis <> 'emergency' or not ?) and ? = any(purposes) and (cardinality(?::uuid[]) = 0 or basis_id = any(?))
               and (?::text is null or ? = any(categories))
             order by valid_from desc, id""";

    private final EntityManager entities;
    private final GrantConfig config;
    private final Clock clock;

    Grants(EntityManager entities, GrantConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The live grants that together open what any live grant opens of the wanted parts of a record to a caller, the widest first: each
     * opens something that those before it do not. None when no grant opens any.
     *
     * @param wanted     at least one
     * @param restricted whether only grants open it that name the caller, and none of an emergency
     * @throws Problem {@code grants-stale} when there is one but the copy may miss a revocation
     */
    public List<Grant> find(ClientRecord record, Caller caller, PurposeOfUse purpose, Set<Part> wanted,
            boolean restricted) {
        return needed(entities.unwrap(Session.class)
                .doReturningWork(connection -> live(connection, record, caller, purpose, restricted)), wanted);
    }

    /**
     * To be called before something rests on what is told among the grants.
     *
     * @throws Problem {@code grants-stale} when the copy may miss what was told since
     */
    public void refuseIfStale() {
        refuseIfStale(entities.unwrap(Session.class).doReturningWork(Grants::asOf));
    }

    private static OffsetDateTime asOf(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select as_of from grant_feed");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getObject(1, OffsetDateTime.class) : null;
        }
    }

    private List<Grant> live(Connection connection, ClientRecord record, Caller caller, PurposeOfUse purpose,
            boolean restricted) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Array bases = connection.createArrayOf("uuid", record.grantBases().toArray());
        try (PreparedStatement statement = connection.prepareStatement(LIVE)) {
            statement.setObject(1, record.clientId());
            statement.setObject(2, caller.agency());
            statement.setObject(3, now);
            statement.setObject(4, now);
            statement.setBoolean(5, restricted);
            statement.setString(6, caller.subject());
            statement.setBoolean(7, restricted);
            statement.setString(8, purpose.name());
            statement.setArray(9, bases);
            statement.setArray(10, bases);
            statement.setString(11, record.needCategory().orElse(null));
            statement.setString(12, record.needCategory().orElse(null));
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    private List<Grant> read(ResultSet rows) throws SQLException {
        List<Grant> live = new ArrayList<>();
        while (rows.next()) {
            refuseIfStale(rows.getObject("as_of", OffsetDateTime.class));
            live.add(new Grant(rows.getObject("id", UUID.class), rows.getString("basis"),
                    rows.getObject("basis_id", UUID.class), parts(texts(rows, "parts")),
                    Set.of(texts(rows, "categories"))));
        }
        return live;
    }

    private static List<Grant> needed(List<Grant> live, Set<Part> wanted) {
        List<Grant> needed = new ArrayList<>();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Set<String> categories = new HashSet<>();
        live.stream().map(grant -> grant.only(wanted))
                .sorted(Comparator.comparingInt(grant -> -grant.parts().size())).forEach(grant -> {
                    boolean opensMore = parts.addAll(grant.parts());
                    if (categories.addAll(grant.categories()) || opensMore) {
                        needed.add(grant);
                    }
                });
        return needed;
    }

    private static String[] texts(ResultSet rows, String column) throws SQLException {
        return (String[]) rows.getArray(column).getArray();
    }

    private void refuseIfStale(OffsetDateTime asOf) {
        if (config.master()) {
            return;
        }
        Instant oldest = clock.instant().minus(config.staleAfter());
        if (asOf == null || asOf.toInstant().isBefore(oldest)) {
            throw Problem.of(ProblemType.GRANTS_STALE);
        }
    }

    /** A part this version does not know is left out: it can open nothing. */
    private static Set<Part> parts(String[] codes) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(codes).map(code -> Coded.of(Part.class, code)).flatMap(Optional::stream).forEach(parts::add);
        return parts;
    }
}
