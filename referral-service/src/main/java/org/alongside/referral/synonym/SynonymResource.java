package org.alongside.referral.synonym;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.referral.synonym.api.Synonyms;
import org.jboss.resteasy.reactive.RestPath;

/** Words that count as others when services are searched by text. */
@Path("/v1")
public class SynonymResource {

    private final SynonymService synonyms;

    SynonymResource(SynonymService synonyms) {
        this.synonyms = synonyms;
    }

    /** An empty list for a word without any. */
    @GET
    @Path("search-synonyms/{word}")
    @NoClientData(operation = "synonym.read")
    public Synonyms read(@RestPath @Pattern(regexp = Synonyms.WORD) String word) {
        return synonyms.of(word);
    }

    /** Replaces those there were. */
    @PUT
    @Path("search-synonyms/{word}")
    @NoClientData(operation = "synonym.put", roles = Role.SYSTEM_ADMIN)
    public Synonyms put(@RestPath @Pattern(regexp = Synonyms.WORD) String word, @NotNull @Valid Synonyms body) {
        return synonyms.replace(word, body);
    }
}
