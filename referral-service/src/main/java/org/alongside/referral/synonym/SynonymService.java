package org.alongside.referral.synonym;

import java.util.LinkedHashSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.referral.synonym.api.Synonyms;

/** Keeps which words count as others in searches. */
@ApplicationScoped
@Transactional
public class SynonymService {

    private final SynonymRepository repository;

    SynonymService(SynonymRepository repository) {
        this.repository = repository;
    }

    Synonyms of(String word) {
        return new Synonyms(new LinkedHashSet<>(repository.of(word)));
    }

    public Synonyms replace(String word, Synonyms synonyms) {
        repository.replace(word, synonyms.synonyms());
        return of(word);
    }
}
