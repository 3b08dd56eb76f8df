package org.alongside.kit.system;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.AccessTransactions;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/** Runs a named job in a request context of its own, so that a job started from a request shares nothing with it. */
@ApplicationScoped
public class SystemJobs {

    private final AccessTransactions transactions;

    SystemJobs(AccessTransactions transactions) {
        this.transactions = transactions;
    }

    /** As {@link SystemWork}, for jobs whose name is known only at run time. */
    public Object run(String job, Callable<Object> work) throws Exception {
        ManagedContext requests = Arc.container().requestContext();
        var outer = requests.getStateIfActive();
        requests.activate();
        try {
            return transactions.job(job, work);
        } finally {
            requests.terminate();
            if (outer != null) {
                requests.activate(outer);
            }
        }
    }
}
