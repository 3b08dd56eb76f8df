package org.alongside.kit.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.NoClientData;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Publishes each operation's policy as {@code x-alongside-access} in the OpenAPI document, and its name as {@code operationId}.
 * Runs while the service is built: the document in the repository and the one served are the same.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AccessInOpenApi implements OASFilter {

    /** Vendor extension: {@code {roles, parts, relations, purpose}} or {@code {noClientData: true, roles}}. */
    public static final String EXTENSION = "x-alongside-access";

    private static final DotName POLICY = DotName.createSimple(AccessPolicy.class);
    private static final DotName NO_CLIENT_DATA = DotName.createSimple(NoClientData.class);

    private final IndexView index;

    public AccessInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public Operation filterOperation(Operation operation) {
        method(operation.getOperationId()).ifPresent(method -> publish(operation, method));
        return operation;
    }

    /** The operation id strategy names package, class and method: {@code org.alongside.intake.client.ClientResource_read}. */
    private Optional<MethodInfo> method(String operationId) {
        int split = operationId == null ? -1 : operationId.lastIndexOf('_');
        if (split < 0) {
            return Optional.empty();
        }
        ClassInfo resource = index.getClassByName(DotName.createSimple(operationId.substring(0, split)));
        return resource == null
                ? Optional.empty()
                : Optional.ofNullable(resource.firstMethod(operationId.substring(split + 1)));
    }

    private void publish(Operation operation, MethodInfo method) {
        AnnotationInstance policy = method.annotation(POLICY);
        AnnotationInstance open = method.annotation(NO_CLIENT_DATA);
        Map<String, Object> access = new LinkedHashMap<>();
        if (policy != null) {
            access.put("roles", codes(policy, "roles"));
            access.put("parts", codes(policy, "parts"));
            access.put("relations", codes(policy, "relations"));
            access.put("purpose", policy.valueWithDefault(index, "purpose").asEnum());
            operation.setOperationId(policy.value("operation").asString());
        } else if (open != null) {
            access.put("noClientData", true);
            access.put("anonymous", open.valueWithDefault(index, "anonymous").asBoolean());
            access.put("roles", codes(open, "roles"));
            operation.setOperationId(open.value("operation").asString());
        }
        operation.addExtension(EXTENSION, access);
    }

    private List<String> codes(AnnotationInstance annotation, String member) {
        List<String> codes = new ArrayList<>();
        AnnotationValue value = annotation.valueWithDefault(index, member);
        for (String name : value.asEnumArray()) {
            codes.add(name.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return codes;
    }
}
