package org.alongside.kit.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.alongside.kit.caller.CallerResolver;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Writes into the OpenAPI document what follows from the shape and the policy of an operation: who may call it, the problems it
 * answers, its headers, and the token it wants. What only the operation itself knows it
 * declares by {@link #PROBLEMS}; the rest is the answer {@code default}.
 *
 * <p>
 * Runs when the service starts, after everything that is written while it is built: it reads what {@link AccessInOpenApi} left.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class AnswersInOpenApi implements OASFilter {

    /** On a method, {@code @Extension}: codes of further problems that it answers, parted by commas. Not published. */
    public static final String PROBLEMS = "x-alongside-problems";

    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";
    /** Name of the answer {@code default}. */
    private static final String OTHER = "other-problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String TOKEN = "SecurityScheme";
    private static final String IF_MATCH = "If-Match";
    private static final String RESOURCE = " Resource";
    /** Left by the library behind {@code Problem}; they describe its answers, not ours. */
    private static final List<String> FOREIGN = List.of("HttpProblem", "HttpValidationProblem");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Set<String> tags = new TreeSet<>();
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().forEach((method, operation) -> describe(document.getComponents(), method, operation));
            path.getOperations().values().stream().map(Operation::getTags).forEach(tags::addAll);
        }
        declare(document, tags);
        FOREIGN.forEach(document.getComponents()::removeSchema);
        document.getComponents().addSchema(PROBLEM, problem()).addSchema(VIOLATION, violation());
    }

    private static void declare(OpenAPI document, Set<String> used) {
        List<Tag> declared = document.getTags() == null ? List.of() : document.getTags();
        Set<String> known = declared.stream().map(Tag::getName).collect(Collectors.toSet());
        used.stream().filter(name -> !known.contains(name))
                .forEach(name -> document.addTag(OASFactory.createTag().name(name)));
    }

    private static void describe(Components shared, PathItem.HttpMethod method, Operation operation) {
        Access access = Access.of(operation);
        if (operation.getTags() != null) {
            operation.setTags(operation.getTags().stream().map(AnswersInOpenApi::plain).toList());
        }
        if (operation.getDescription() == null) {
            operation.setDescription(access.words(operation.getOperationId()));
        }
        if (access.anonymous()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
            operation.addParameter(header(CallerResolver.AGENCY_HEADER,
                    "The agency acted for: wanted when the token names several.").schema(uuid()));
            operation.addParameter(header(CallerResolver.PURPOSE_HEADER,
                    "Purpose of use, when it is another than the operation's own.").schema(purposes()));
        }
        answers(shared, operation, refusals(method, operation, access));
    }

    private static String plain(String tag) {
        return tag.endsWith(RESOURCE) ? tag.substring(0, tag.length() - RESOURCE.length()) : tag;
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().in(Parameter.In.HEADER).name(name).description(description);
    }

    private static Schema uuid() {
        return OASFactory.createSchema().addType(SchemaType.STRING).format("uuid");
    }

    private static Schema purposes() {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        for (PurposeOfUse purpose : PurposeOfUse.values()) {
            schema.addEnumeration(purpose.name());
        }
        return schema;
    }

    /** What can be told from outside; an operation's own refusals, such as an ending that is not whole, are none of these. */
    private static Set<ProblemType> refusals(PathItem.HttpMethod method, Operation operation, Access access) {
        Set<ProblemType> refusals = EnumSet.of(ProblemType.NOT_ACCEPTABLE, ProblemType.STORE_UNAVAILABLE,
                ProblemType.INTERNAL);
        if (!access.anonymous()) {
            refusals.addAll(
                    List.of(ProblemType.NOT_AUTHENTICATED, ProblemType.NOT_PERMITTED, ProblemType.INVALID_INPUT));
        }
        if (access.clientData()) {
            refusals.add(ProblemType.AUDIT_UNAVAILABLE);
        }
        if (access.relations().contains("grant")) {
            refusals.add(ProblemType.GRANTS_STALE);
        }
        if (takes(operation, Parameter.In.PATH)) {
            refusals.add(ProblemType.NOT_FOUND);
        }
        if (takes(operation, Parameter.In.QUERY)) {
            refusals.addAll(List.of(ProblemType.INVALID_INPUT, ProblemType.UNKNOWN_CODE));
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(List.of(ProblemType.MALFORMED_JSON, ProblemType.INVALID_INPUT, ProblemType.UNKNOWN_FIELD,
                    ProblemType.UNKNOWN_CODE, ProblemType.BODY_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (takesVersion(operation)) {
            refusals.addAll(List.of(ProblemType.INVALID_INPUT, ProblemType.PRECONDITION_FAILED,
                    ProblemType.PRECONDITION_REQUIRED));
        }
        if (method != PathItem.HttpMethod.GET && access.clientData()) {
            refusals.add(ProblemType.CONFLICTING_STATE);
        }
        refusals.addAll(own(operation));
        return refusals;
    }

    /** What the method itself declares. */
    private static List<ProblemType> own(Operation operation) {
        Object codes = operation.getExtensions() == null ? null : operation.getExtensions().get(PROBLEMS);
        if (codes == null) {
            return List.of();
        }
        operation.removeExtension(PROBLEMS);
        return Stream.of(codes.toString().split(",")).map(AnswersInOpenApi::problem).toList();
    }

    private static ProblemType problem(String code) {
        return Stream.of(ProblemType.values()).filter(type -> type.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalStateException(PROBLEMS + " names no problem: " + code));
    }

    private static boolean takes(Operation operation, Parameter.In place) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static boolean takesVersion(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> IF_MATCH.equals(parameter.getName()));
    }

    private static void answers(Components shared, Operation operation, Set<ProblemType> refusals) {
        Map<Integer, List<ProblemType>> byStatus = refusals.stream()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        operation.getResponses().removeAPIResponse("400");
        byStatus.forEach((status, types) -> {
            String name = types.stream().map(ProblemType::code).collect(Collectors.joining("."));
            shared.addResponse(name, answer(status, types));
            operation.getResponses().addAPIResponse(status.toString(), OASFactory.createAPIResponse().ref(name));
        });
        shared.addResponse(OTHER,
                answer(0, List.of()).description("Any other refusal of the operation; `type` says which"));
        operation.getResponses().addAPIResponse("default", OASFactory.createAPIResponse().ref(OTHER));
    }

    private static APIResponse answer(int status, List<ProblemType> types) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(types.stream().map(type -> type.title() + " (`" + type.code() + "`)")
                        .collect(Collectors.joining("; ")))
                .content(OASFactory.createContent().addMediaType(PROBLEM_JSON,
                        OASFactory.createMediaType().schema(narrowed(types))));
        if (status == 503) {
            answer.addHeader("Retry-After", OASFactory.createHeader().description("Seconds after which to try again")
                    .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        if (status == 401) {
            answer.addHeader("WWW-Authenticate", OASFactory.createHeader().description("The scheme that is wanted")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
        return answer;
    }

    private static Schema narrowed(Collection<ProblemType> types) {
        Schema any = OASFactory.createSchema().ref(PROBLEM);
        return types.isEmpty()
                ? any
                : OASFactory.createSchema().addAllOf(any)
                        .addAllOf(
                                OASFactory.createSchema().addType(SchemaType.OBJECT).addProperty("type", uris(types)));
    }

    private static Schema uris(Collection<ProblemType> types) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        types.forEach(type -> schema.addEnumeration(type.uri().toString()));
        return schema;
    }

    private static Schema problem() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description(
                        "A problem document of RFC 9457. Switch on `type`, never on the wording. Types may have members of"
                                + " their own.")
                .addProperty("type", uris(List.of(ProblemType.values())))
                .addProperty("title", OASFactory.createSchema().addType(SchemaType.STRING))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32"))
                .addProperty("detail", OASFactory.createSchema().addType(SchemaType.STRING))
                .addProperty("violations",
                        OASFactory.createSchema().addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(VIOLATION)))
                .required(List.of("type", "title", "status"));
    }

    private static Schema violation() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .addProperty("field", OASFactory.createSchema().addType(SchemaType.STRING)
                        .description("JSON Pointer into the body, or `query:name`, `path:name`, `header:name`"))
                .addProperty("code", OASFactory.createSchema().addType(SchemaType.STRING))
                .addProperty("message", OASFactory.createSchema().addType(SchemaType.STRING))
                .required(List.of("field", "code", "message"));
    }

    /** The policy of an operation as {@link AccessInOpenApi} published it. */
    private record Access(boolean clientData, boolean anonymous, List<?> roles, List<?> parts, List<?> relations) {

        static Access of(Operation operation) {
            Map<?, ?> published = operation.getExtensions() != null
                    && operation.getExtensions().get(AccessInOpenApi.EXTENSION) instanceof Map<?, ?> map
                            ? map
                            : new LinkedHashMap<>();
            return new Access(!Boolean.TRUE.equals(published.get("noClientData")),
                    Boolean.TRUE.equals(published.get("anonymous")), list(published, "roles"), list(published, "parts"),
                    list(published, "relations"));
        }

        private static List<?> list(Map<?, ?> published, String member) {
            return published.get(member) instanceof List<?> list ? list : List.of();
        }

        String words(String operation) {
            if (anonymous) {
                return "Open to everybody, without a token. Neither takes nor returns client data.";
            }
            List<String> sentences = new ArrayList<>();
            sentences.add(roles.isEmpty() ? "Open to every role." : "Open to: " + joined(roles) + ".");
            if (!clientData) {
                sentences.add("Neither takes nor returns client data.");
            } else {
                sentences.add("By way of: " + joined(relations) + ".");
                if (!parts.isEmpty()) {
                    sentences.add("Discloses at most: " + joined(parts) + ".");
                }
                sentences.add("The access log names it `" + operation + "`.");
            }
            return String.join(" ", sentences);
        }

        private static String joined(List<?> codes) {
            return codes.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
    }
}
