package org.alongside.kit.system;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts each {@link SystemWork} method into its job's context. */
@SystemWork
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class SystemWorkInterceptor {

    private final SystemJobs jobs;

    SystemWorkInterceptor(SystemJobs jobs) {
        this.jobs = jobs;
    }

    @AroundInvoke
    Object asJob(InvocationContext invocation) throws Exception {
        String job = invocation.getInterceptorBinding(SystemWork.class).value();
        return jobs.run(job, invocation::proceed);
    }
}
