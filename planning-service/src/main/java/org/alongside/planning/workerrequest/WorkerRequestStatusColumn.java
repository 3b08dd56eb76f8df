package org.alongside.planning.workerrequest;

import jakarta.persistence.Converter;

import org.alongside.kit.code.CodedColumn;

@Converter
class WorkerRequestStatusColumn extends CodedColumn<WorkerRequestStatus> {

    WorkerRequestStatusColumn() {
        super(WorkerRequestStatus.class);
    }
}
