package org.alongside.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.StreamFormat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Each page as a Bundle of type {@code collection} in a line of its own. */
class FhirBundles implements StreamFormat<AccessEventView> {

    private final ObjectMapper json;

    FhirBundles(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void write(List<AccessEventView> page, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(bundle(page)));
        out.write('\n');
    }

    private ObjectNode bundle(List<AccessEventView> page) {
        ObjectNode bundle = json.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        page.forEach(view -> entries.addObject().put("fullUrl", "urn:uuid:" + view.id()).set("resource",
                FhirAuditEvent.of(view)));
        return bundle;
    }
}
