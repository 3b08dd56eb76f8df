package org.alongside.planning.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two sides of an agreement. */
public enum Party {
    @JsonProperty("client")
    CLIENT, @JsonProperty("worker")
    WORKER
}
