package org.alongside.kit.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts each {@link AccessPolicy} operation into its access context. Runs inside bean validation, so bad input opens nothing. */
@AccessPolicy
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class AccessInterceptor {

    private final AccessTransactions transactions;

    AccessInterceptor(AccessTransactions transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object capture(InvocationContext invocation) throws Exception {
        return transactions.request(invocation::proceed);
    }
}
