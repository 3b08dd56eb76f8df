package org.alongside.kit.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.alongside.kit.state.State;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Shows statuses in the OpenAPI document by the codes that travel: the generator does not see that {@link State} defines them. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CodesInOpenApi implements OASFilter {

    private static final DotName STATE = DotName.createSimple(State.class);

    private final Map<String, ClassInfo> states;

    public CodesInOpenApi(IndexView index) {
        this.states = index.getAllKnownImplementations(STATE).stream().filter(ClassInfo::isEnum)
                .collect(Collectors.toMap(ClassInfo::simpleName, state -> state, (one, other) -> one,
                        LinkedHashMap::new));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        document.getComponents().getSchemas().forEach(this::useCodes);
    }

    private void useCodes(String name, Schema schema) {
        ClassInfo state = states.get(name);
        if (state != null && schema.getEnumeration() != null) {
            schema.setEnumeration(codes(state));
        }
    }

    private static List<Object> codes(ClassInfo state) {
        return state.enumConstants().stream().map(FieldInfo::name)
                .map(name -> (Object) name.toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    }
}
