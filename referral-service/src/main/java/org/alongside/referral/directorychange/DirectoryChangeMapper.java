package org.alongside.referral.directorychange;

import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.caller.Caller;
import org.alongside.referral.directorychange.api.DirectoryChangeView;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Shows changes as far as the caller may see what they are about. */
@ApplicationScoped
class DirectoryChangeMapper {

    private final ObjectMapper json;

    DirectoryChangeMapper(ObjectMapper json) {
        this.json = json;
    }

    DirectoryChangeView view(DirectoryChange change, Entry entry, Caller caller) {
        Say say = Say.of(caller, entry);
        return new DirectoryChangeView(change.id(), change.entity(), change.entryId(), entry.owner(),
                say.sees() ? read(change.fields()).view() : List.of(), say.sees() ? change.comment() : null,
                change.status(),
                change.proposedBy(), change.proposedAt(), change.decidedBy(), change.decidedAt(),
                say.sees() ? change.reason() : null,
                say.allowedActions(change), change.version());
    }

    ChangedFields read(String fields) {
        try {
            return json.readValue(fields, ChangedFields.class);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("The stored fields of a change cannot be read", impossible);
        }
    }

    String written(ChangedFields fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("The fields of a change cannot be written", impossible);
        }
    }
}
