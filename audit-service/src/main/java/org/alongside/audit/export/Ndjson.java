package org.alongside.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.StreamFormat;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A JSON object a line. The last one is no entry: {@code {"complete":true,"entries":n,"logSize":n}}. */
class Ndjson implements StreamFormat<AccessEventView> {

    private final ObjectMapper json;
    private final long logSize;
    private long entries;

    Ndjson(ObjectMapper json, long logSize) {
        this.json = json;
        this.logSize = logSize;
    }

    @Override
    public void write(List<AccessEventView> page, OutputStream out) throws IOException {
        for (AccessEventView entry : page) {
            line(entry, out);
        }
        entries += page.size();
    }

    @Override
    public void end(OutputStream out) throws IOException {
        line(new Whole(true, entries, logSize), out);
    }

    private void line(Object object, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(object));
        out.write('\n');
    }

    /**
     * @param complete always true: a line that says otherwise is never written
     * @param entries  in this answer
     * @param logSize  entries of the log that were looked at
     */
    record Whole(boolean complete, long entries, long logSize) {}
}
