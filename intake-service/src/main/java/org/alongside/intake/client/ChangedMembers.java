package org.alongside.intake.client;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.client.api.ClientDetails;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Names what differs between two versions of a client, without a value. */
@ApplicationScoped
class ChangedMembers {

    private final ObjectMapper json;

    ChangedMembers(ObjectMapper json) {
        this.json = json;
    }

    /** JSON Pointers of the members that somebody gave. */
    List<String> of(ClientDetails registered) {
        return between(new ClientDetails(null, null), registered);
    }

    /** JSON Pointers of the members of each part that differ, sorted. */
    List<String> between(ClientDetails before, ClientDetails after) {
        List<String> changed = new ArrayList<>();
        changed.addAll(between("/contact/", json.valueToTree(before.contact()), json.valueToTree(after.contact())));
        changed.addAll(between("/identity/", json.valueToTree(before.identity()), json.valueToTree(after.identity())));
        return List.copyOf(changed);
    }

    private static List<String> between(String part, JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> differ(before.get(name), after.get(name))).map(part::concat).toList();
    }

    private static boolean differ(JsonNode before, JsonNode after) {
        return !(isAbsent(before) ? isAbsent(after) : before.equals(after));
    }

    private static boolean isAbsent(JsonNode value) {
        return value == null || value.isNull();
    }
}
