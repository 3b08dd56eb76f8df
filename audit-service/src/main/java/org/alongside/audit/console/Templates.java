package org.alongside.audit.console;

import java.util.List;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.alert.Ground;
import org.alongside.audit.alert.Verdict;
import org.alongside.audit.alert.api.AlertView;
import org.alongside.audit.log.api.LogStatus;
import org.alongside.audit.log.api.LogStatus.MonthStatus;
import org.alongside.audit.verification.api.VerificationView;
import org.alongside.kit.paging.Page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages, in {@code templates/console}. Their expressions are checked against these types by the build. */
@CheckedTemplate(basePath = "console")
final class Templates {

    private Templates() {}

    static native TemplateInstance start(VerificationView touched);

    static native TemplateInstance loggedOut();

    static native TemplateInstance search(SearchForm form, Faults faults, Results results);

    static native TemplateInstance timeline(SearchForm form, Faults faults, TimelinePlot plot);

    static native TemplateInstance client(SearchForm form, Faults faults, Results results);

    static native TemplateInstance day(DayForm form, Faults faults, TimelinePlot plot, Results results);

    static native TemplateInstance emergency(Results results);

    static native TemplateInstance entry(AccessEventView event);

    static native TemplateInstance log(LogStatus status, List<MonthStatus> months);

    static native TemplateInstance alerts(AlertForm form, Faults faults, Page<AlertView> page);

    static native TemplateInstance alert(AlertView alert, List<Verdict> verdicts, List<Ground> grounds, ReviewForm form,
            Faults faults);

    static native TemplateInstance problem(HttpProblem problem, Faults faults);
}
