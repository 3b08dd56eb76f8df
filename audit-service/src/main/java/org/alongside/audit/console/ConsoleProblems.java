package org.alongside.audit.console;

import java.lang.annotation.Annotation;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import org.alongside.kit.print.HtmlPage;
import org.alongside.kit.problem.Answers;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Answers a person in a browser with a page where a program gets a problem document; with the same status and the same words. */
@Provider
@Priority(ConsoleProblems.AFTER_THE_CAPTURE_WAS_CHECKED)
public class ConsoleProblems implements ContainerResponseFilter {

    /** Response filters run from the highest priority to the lowest. */
    static final int AFTER_THE_CAPTURE_WAS_CHECKED = 1000;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        boolean ofConsole = path.equals("/console") || path.startsWith("/console/");
        boolean forScript = path.endsWith("/proof");
        if (!ofConsole || forScript || response.getStatus() < 400 || response.getEntity() instanceof HtmlPage) {
            return;
        }
        HttpProblem problem = response.getEntity() instanceof HttpProblem stated
                ? stated
                : Answers.ofStatus(response.getStatus());
        response.setEntity(ConsolePages.of(Templates.problem(problem, Faults.of(problem))), new Annotation[0], HTML);
    }
}
