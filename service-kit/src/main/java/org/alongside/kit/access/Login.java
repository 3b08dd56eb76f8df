package org.alongside.kit.access;

/** The two database logins that run statements on client data; each is a tenant of Hibernate with a data source of that name. */
public enum Login {
    /** Requests. Row-level security shows what the acting agency may see. */
    APP("app"),
    /** Consumers, timers and relays. Row-level security shows what the running job may see. */
    SYSTEM("system");

    private final String tenant;

    Login(String tenant) {
        this.tenant = tenant;
    }

    public String tenant() {
        return tenant;
    }
}
