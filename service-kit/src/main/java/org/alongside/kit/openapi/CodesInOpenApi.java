package org.alongside.kit.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.alongside.kit.code.Coded;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Shows coded enums in the OpenAPI document by the codes that travel: the generator does not see that {@link Coded} defines
 * them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CodesInOpenApi implements OASFilter {

    private static final DotName CODED = DotName.createSimple(Coded.class);

    /** Names of constants to their codes, an entry for each enum. */
    private final Map<List<Object>, List<Object>> codes;

    public CodesInOpenApi(IndexView index) {
        this.codes = index.getAllKnownImplementations(CODED).stream().filter(ClassInfo::isEnum)
                .map(CodesInOpenApi::constants)
                .collect(Collectors.toMap(names -> names, CodesInOpenApi::codes, (one, same) -> one));
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(codes.getOrDefault(schema.getEnumeration(), schema.getEnumeration()));
        }
        return schema;
    }

    private static List<Object> constants(ClassInfo type) {
        return type.enumConstants().stream().map(constant -> (Object) constant.name()).toList();
    }

    private static List<Object> codes(List<Object> names) {
        return names.stream().map(name -> (Object) name.toString().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    }
}
