package org.alongside.referral.datapackage;

import org.alongside.referral.hsds.HsdsColumn;
import org.alongside.referral.hsds.HsdsEntity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The description of a data package: which files it has, with which columns, and how they refer to one another.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-package/">Tabular Data Package</a>
 */
final class DataPackage {

    private DataPackage() {}

    static ObjectNode describe(ObjectMapper json) {
        ObjectNode description = json.createObjectNode().put("name", "human-services-data").put("profile",
                "tabular-data-package").put("hsds_version", "3.1");
        ArrayNode resources = description.putArray("resources");
        for (HsdsEntity entity : HsdsEntity.values()) {
            resource(resources.addObject(), entity);
        }
        return description;
    }

    private static void resource(ObjectNode resource, HsdsEntity entity) {
        resource.put("name", entity.file()).put("path", entity.file() + ".csv").put("profile", "tabular-data-resource")
                .put("format", "csv").put("mediatype", "text/csv").put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        fields.addObject().put("name", "id").put("type", "string").put("format", "uuid").putObject("constraints")
                .put("required", true).put("unique", true);
        entity.columns().forEach(column -> field(fields.addObject(), column));
        schema.put("primaryKey", "id");
        ArrayNode keys = schema.putArray("foreignKeys");
        entity.columns().forEach(column -> column.reference().ifPresent(target -> {
            ObjectNode key = keys.addObject().put("fields", column.name());
            key.putObject("reference").put("resource", target.file()).put("fields", "id");
        }));
    }

    private static void field(ObjectNode field, HsdsColumn column) {
        field.put("name", column.name()).put("type", column.type().tabular());
        if (column.required()) {
            field.putObject("constraints").put("required", true);
        }
    }
}
