package org.alongside.referral.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads {@code service_finder}; SQL, because keys are found by array operators. */
@ApplicationScoped
class FinderRepository {

    /** Share of a word's trigrams that a text must have: two neighbouring letters of eight may be swapped. */
    private static final double ALIKE = 0.5;

    /**
     * The keys stand in a subquery so that the planner does not look at them: it takes each for a two-hundredth of all services, and
     * with forty cells of a map it would read every service, a second and more for 100,000, instead of the index.
     */
    private static final String FIND = """
            select f.service_id, f.service_name, f.organization_id, f.organization_name, f.agency_id, f.minimum_age,
                   f.maximum_age, f.response_hours, f.has_area, f.languages, f.interpretation, f.attributes,
                   f.latitudes, f.longitudes, c.available, t.words_found, a.in_time,
                   (select s.assured_date from service s where s.id = f.service_id) as assured_date
              from service_finder f
              left join service_capacity c on c.service_id = f.service_id and c.x_places and c.x_vanished_at is null
              left join response_record a on a.agency_id = f.agency_id
              cross join lateral (
                   select count(distinct v.word) as words_found
                     from unnest(cast(:words as text[]), cast(:spellings as text[])) as v (word, spelling)
                    where word_similarity(v.spelling, f.words) >= :alike) t
             where f.keys && (select cast(:keys as text[])) and not f.service_id = any(:exclude)
               and (cardinality(cast(:words as text[])) = 0 or t.words_found > 0)
             order by t.words_found desc, f.agency_id is null, f.service_id
             limit :most""";
    /** A word is a spelling of itself; shorter ones are in every text. */
    private static final String SPELLINGS = """
            with word as (
                 select distinct word from regexp_split_to_table(search_words(:text), '\\W+') as word
                  where length(word) >= 3)
            select word, word as spelling from word
            union
            select w.word, s.synonym from word w join search_synonym s on s.word = w.word
            union
            select w.word, s.word from word w join search_synonym s on s.synonym = w.word
            order by 1, 2""";

    private static final String HELPS = """
            select f.service_id from service_finder f
             where f.service_id = :service and f.keys && cast(:keys as text[])""";

    private final EntityManager entities;

    FinderRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param keys  any one of them is enough
     * @param words one of them is enough; none asks for none
     * @param most  the most to return: those with the most words first, then those on the suite
     */
    List<FinderRow> find(List<String> keys, List<Spelling> words, Set<UUID> exclude, int most) {
        return query(FIND).setParameter("keys", keys.toArray(String[]::new))
                .setParameter("words", words.stream().map(Spelling::word).toArray(String[]::new))
                .setParameter("spellings", words.stream().map(Spelling::spelling).toArray(String[]::new))
                .setParameter("exclude", exclude.toArray(UUID[]::new)).setParameter("alike", ALIKE)
                .setParameter("most", most).getResultStream()
                .map(FinderRow::of).toList();
    }

    /** Each word of a text with all that count as it. */
    List<Spelling> spellings(String text) {
        return query(SPELLINGS).setParameter("text", text).getResultStream()
                .map(row -> new Spelling(row.get(0, String.class), row.get(1, String.class))).toList();
    }

    /** @param keys any one of them is enough */
    boolean helps(UUID service, List<String> keys) {
        return !query(HELPS).setParameter("service", service).setParameter("keys", keys.toArray(String[]::new))
                .getResultList().isEmpty();
    }

    /** @param source and all services that it told; null for none */
    void refresh(String source, Set<UUID> services) {
        query("select cast(refresh_service_finder(array(select id from service where x_source = :source"
                + " or id = any(:services))) as text)").setParameter("source", source, String.class)
                .setParameter("services", services.toArray(UUID[]::new)).getSingleResult();
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }

    record Spelling(String word, String spelling) {}
}
