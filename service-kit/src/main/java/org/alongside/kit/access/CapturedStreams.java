package org.alongside.kit.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Makes the streams of operations with an {@link AccessPolicy}: no other stream passes the response filter. */
@ApplicationScoped
public class CapturedStreams {

    private final AccessTransactions transactions;
    private final AccessContext context;
    private final CurrentVertxRequest request;

    CapturedStreams(AccessTransactions transactions, AccessContext context, CurrentVertxRequest request) {
        this.transactions = transactions;
        this.context = context;
        this.request = request;
    }

    /** An entity for the response of the current request. */
    public <V> CapturedStream<V> of(CapturedPages<V> pages, StreamFormat<V> format) {
        return new CapturedStream<>(transactions, context, pages, format, request.getCurrent().request());
    }
}
