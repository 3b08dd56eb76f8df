package org.alongside.kit.access;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionManager;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.grant.GrantHolds;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.StoreFailures;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Runs work in a transaction with an access context open, and writes its access events before the commit.
 *
 * <p>Guarantees: what is disclosed inside is committed as an access event or the caller gets an error instead of the data; work
 * that read and then failed leaves its events with outcome {@code failed}; the settings on which row-level security rests are
 * local to the transaction, so a pooled connection carries nothing over; where grants are written, what rests on one is committed
 * before the grant is revoked or not at all.
 */
@ApplicationScoped
public class AccessTransactions {

    private static final Logger LOG = Logger.getLogger(AccessTransactions.class);
    private static final String SETTINGS = """
            select set_config('alongside.agency', ?, true), set_config('alongside.access', ?, true),
                   set_config('alongside.job', ?, true), set_config('alongside.oversight', ?, true),
                   set_config('alongside.worker', ?, true)""";

    private final TransactionManager transactions;
    private final EntityManager entities;
    private final AccessContext context;
    private final AccessLog log;
    private final GrantHolds holds;
    private final String service;

    AccessTransactions(TransactionManager transactions, EntityManager entities, AccessContext context, AccessLog log,
            GrantHolds holds, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.entities = entities;
        this.context = context;
        this.log = log;
        this.holds = holds;
        this.service = service;
    }

    /** Runs a caller's operation on the login of requests. */
    Object request(Callable<Object> work) throws Exception {
        return inContext(Login.APP, "", work);
    }

    /** Runs a job on the login of system work. */
    public Object job(String job, Callable<Object> work) throws Exception {
        context.enter(Caller.system(service, job), Operation.job(job));
        return inContext(Login.SYSTEM, job, work);
    }

    /** Records a refused request in a transaction of its own, once. */
    void recordDenial(Outcome outcome, Map<String, UUID> asked) {
        if (!context.isRecorded()) {
            inOwnTransaction(() -> log.writeDenial(outcome, asked));
            context.recorded();
        }
    }

    private Object inContext(Login login, String job, Callable<Object> work) throws Exception {
        context.open(login);
        transactions.begin();
        Object result;
        try {
            settings(job);
            result = work.call();
            entities.flush();
            writeEvents();
            holds.hold(context.capture().grants());
        } catch (Throwable failure) {
            transactions.rollback();
            recordFailedReads(context.close(false), failure);
            throw asException(failure);
        }
        commit();
        return result;
    }

    private void writeEvents() {
        try {
            log.write(context.capture().touched(), Outcome.ALLOWED);
        } catch (RuntimeException failure) {
            throw auditUnavailable(failure);
        }
    }

    private void commit() throws Exception {
        try {
            transactions.commit();
            context.close(true);
        } catch (Exception failure) {
            // Whether the commit reached the disk is unknown. The data stays here either way.
            recordFailedReads(context.close(false), failure);
            throw asException(failure);
        }
    }

    /** Not when the log itself failed: a second try would fail as well, and keep the caller waiting twice as long. */
    private void recordFailedReads(Capture capture, Throwable failure) {
        boolean logFailed = failure instanceof Problem problem && problem.kind() == ProblemType.AUDIT_UNAVAILABLE;
        if (!capture.isEmpty() && !logFailed) {
            inOwnTransaction(() -> log.write(capture.touched(), Outcome.FAILED));
        }
    }

    private void inOwnTransaction(Runnable write) {
        try {
            transactions.begin();
            try {
                write.run();
            } catch (RuntimeException failure) {
                transactions.rollback();
                throw failure;
            }
            transactions.commit();
        } catch (Exception failure) {
            throw auditUnavailable(failure);
        }
    }

    private void settings(String job) {
        String agency = context.caller().agency() == null ? "" : context.caller().agency().toString();
        String worker = job.isEmpty() ? context.caller().subject() : "";
        String oversight = context.operation().oversees(context.caller()) ? "on" : "";
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(SETTINGS)) {
                statement.setString(1, agency);
                statement.setString(2, context.accessId().toString());
                statement.setString(3, job);
                statement.setString(4, oversight);
                statement.setString(5, worker);
                statement.execute();
            }
        });
    }

    private static Exception asException(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }

    /** Names the failure by its kind only: the database's message quotes the row. */
    private static Problem auditUnavailable(Exception failure) {
        LOG.errorf("Access event not written, so no data is handed out: %s, SQLState %s", failure.getClass().getName(),
                StoreFailures.sqlState(failure).orElse("none"));
        return Problem.of(ProblemType.AUDIT_UNAVAILABLE);
    }
}
