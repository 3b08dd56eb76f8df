package org.alongside.referral.datapackage;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.alongside.referral.hsds.HsdsEntity;

/**
 * Of which entities a source told all that it has. Only of those does what it tells no more count as gone: a row that could not
 * be read, or a file without any, says nothing of what is known.
 */
final class Coverage {

    /** From these the links of the layout without a file of them are made out. */
    private static final Set<HsdsEntity> LINKING = EnumSet.of(HsdsEntity.SERVICE, HsdsEntity.LOCATION, HsdsEntity.PHONE,
            HsdsEntity.SCHEDULE, HsdsEntity.CONTACT);

    private final Map<HsdsEntity, Set<String>> lists = new EnumMap<>(HsdsEntity.class);
    private final Set<String> filesWithRows = new HashSet<>();
    private final Set<HsdsEntity> lost = EnumSet.noneOf(HsdsEntity.class);

    /** A file lists all of an entity. */
    void lists(HsdsEntity entity, String file) {
        lists.computeIfAbsent(entity, none -> new HashSet<>()).add(file);
    }

    void row(String file) {
        filesWithRows.add(file);
    }

    /** Something of the entity stands there and could not be read. */
    void lost(HsdsEntity entity) {
        lost.add(entity);
    }

    Set<HsdsEntity> whole() {
        Set<HsdsEntity> whole = EnumSet.noneOf(HsdsEntity.class);
        lists.keySet().stream().filter(this::isWhole).forEach(whole::add);
        return whole;
    }

    /** Whether links made out of what was told are all there are. */
    boolean linksAreWhole() {
        return LINKING.stream()
                .noneMatch(entity -> lost.contains(entity) || lists.containsKey(entity) && !isWhole(entity));
    }

    /** What to report of entities that were to be told wholly and were not. */
    List<Issue> issues() {
        return lists.keySet().stream().filter(entity -> !isWhole(entity))
                .flatMap(entity -> lists.get(entity).stream().sorted()
                        .map(file -> Issue.ofFile(
                                lost.contains(entity) ? IssueCode.NOTHING_VANISHES : IssueCode.NO_ROWS, file,
                                entity.table())))
                .toList();
    }

    private boolean isWhole(HsdsEntity entity) {
        return !lost.contains(entity) && lists.get(entity).stream().anyMatch(filesWithRows::contains);
    }
}
