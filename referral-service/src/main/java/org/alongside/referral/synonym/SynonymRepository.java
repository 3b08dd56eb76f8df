package org.alongside.referral.synonym;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Pairs of words, read by matching in its own statement. */
@ApplicationScoped
class SynonymRepository {

    private final EntityManager entities;

    SynonymRepository(EntityManager entities) {
        this.entities = entities;
    }

    List<String> of(String word) {
        return session().createNativeQuery(
                "select synonym from search_synonym where word = search_words(:word) order by synonym",
                String.class).setParameter("word", word).getResultList();
    }

    void replace(String word, Set<String> synonyms) {
        session().createNativeMutationQuery("delete from search_synonym where word = search_words(:word)")
                .setParameter("word", word)
                .executeUpdate();
        session().createNativeMutationQuery(
                "insert into search_synonym select distinct search_words(:word), search_words(synonym)"
                        + " from unnest(:synonyms) as synonym")
                .setParameter("word", word).setParameter("synonyms", synonyms.toArray(String[]::new)).executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
