package org.alongside.referral;

import java.sql.SQLException;
import java.util.UUID;

import org.alongside.kit.testing.Database;

/** Services of the demo directory, for tests. */
public final class Directory {

    /** Legal aid; a limited number of places; answers within 24 hours. */
    public static final UUID EVICTION_DEFENCE = service(1);
    /** Legal aid; no limit. */
    public static final UUID TENANT_ADVICE_LINE = service(2);
    /** Legal aid; a limited number of places. */
    public static final UUID PROTECTION_LAW = service(3);
    /** Legal aid; not offered at present. */
    public static final UUID WILLS_AT_HOME = service(16);
    /** Of housing; no limit. */
    public static final UUID STREET_OUTREACH = service(22);
    /** Of the sender's own agency. */
    public static final UUID EMERGENCY_FUND = service(32);
    /** Of an organization that is not on the suite. */
    public static final UUID PANTRY = service(43);

    private static final Database DATABASE = new Database("referral");

    private Directory() {}

    public static void places(UUID service, int available) {
        try {
            DATABASE.run("update service_capacity set available = ?, maximum = 50 where service_id = ?", available,
                    service);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static int places(UUID service) {
        return Integer.parseInt(
                DATABASE.strings("select available from service_capacity where service_id = ?", service).get(0));
    }

    private static UUID service(int number) {
        return UUID.fromString("0d000000-0000-4000-8001-%012d".formatted(number));
    }
}
