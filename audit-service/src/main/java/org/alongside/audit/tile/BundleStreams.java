package org.alongside.audit.tile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.alongside.audit.accessevent.api.EntryBytes;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.kit.access.CapturedPages;
import org.alongside.kit.access.CapturedStreams;
import org.alongside.kit.access.StreamFormat;

/** Writes entries in the encoding of bundles, each only after its reading is recorded. */
@ApplicationScoped
class BundleStreams {

    private final CapturedStreams streams;

    BundleStreams(CapturedStreams streams) {
        this.streams = streams;
    }

    /** @param entries reads and discloses them */
    Response of(Supplier<List<EntryBytes>> entries) {
        return Response.ok(streams.of(new OnePage(entries), new Bundle())).build();
    }

    /** The entries, and then no more. */
    private static final class OnePage implements CapturedPages<EntryBytes> {
        private final Supplier<List<EntryBytes>> entries;
        private boolean read;

        OnePage(Supplier<List<EntryBytes>> entries) {
            this.entries = entries;
        }

        @Override
        public List<EntryBytes> next() {
            if (read) {
                return List.of();
            }
            read = true;
            return entries.get();
        }
    }

    private static final class Bundle implements StreamFormat<EntryBytes> {
        @Override
        public void write(List<EntryBytes> page, OutputStream out) throws IOException {
            out.write(EntryBundle.bytes(page.stream().map(EntryBytes::entry).toList()));
        }
    }
}
