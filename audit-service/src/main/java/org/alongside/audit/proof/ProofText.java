package org.alongside.audit.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import org.alongside.audit.proof.api.EntryProof;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.proof.ProofBundle;
import org.alongside.auditlog.tree.InclusionProof;

/** Writes a proof in the form of C2SP tlog-proof. */
@Provider
@Produces(MediaType.TEXT_PLAIN)
public class ProofText implements MessageBodyWriter<EntryProof> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == EntryProof.class;
    }

    @Override
    public void writeTo(EntryProof proof, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(bundle(proof).bytes());
    }

    private static ProofBundle bundle(EntryProof proof) {
        return ProofBundle.of(new InclusionProof(proof.entryIndex(), proof.treeSize(), proof.path()),
                SignedNote.parse(proof.checkpoint().getBytes(UTF_8)));
    }
}
