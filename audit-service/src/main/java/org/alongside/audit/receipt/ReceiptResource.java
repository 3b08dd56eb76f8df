package org.alongside.audit.receipt;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.audit.receipt.api.ReceiptView;
import org.alongside.kit.access.NoClientData;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Answers whoever holds an {@code Alongside-Access-Id}, of any role and agency: the id came with the response, so its holder took part
 * in the access or was handed the id by someone who did, and learns from it only that and where it stands.
 */
@Path("/v1/access-receipts")
public class ReceiptResource {

    private final ReceiptService receipts;

    ReceiptResource(ReceiptService receipts) {
        this.receipts = receipts;
    }

    @GET
    @Path("{accessId}")
    @Operation(summary = "Ask whether an access is in the log, and where")
    @NoClientData(operation = "access-receipt.read")
    public ReceiptView read(UUID accessId) {
        return receipts.read(accessId);
    }
}
