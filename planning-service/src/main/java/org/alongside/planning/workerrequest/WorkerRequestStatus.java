package org.alongside.planning.workerrequest;

import java.util.EnumSet;
import java.util.Set;

import org.alongside.kit.state.State;

/** Life of a client's request for another worker. Asking again is another one. */
public enum WorkerRequestStatus implements State<WorkerRequestStatus> {
    REQUESTED, GRANTED, DECLINED, WITHDRAWN;

    @Override
    public Set<WorkerRequestStatus> next() {
        return this == REQUESTED
                ? EnumSet.of(GRANTED, DECLINED, WITHDRAWN)
                : EnumSet.noneOf(WorkerRequestStatus.class);
    }
}
