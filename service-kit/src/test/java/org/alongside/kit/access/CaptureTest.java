package org.alongside.kit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class CaptureTest {

    private final UUID client = UUID.randomUUID();
    private final UUID home = UUID.randomUUID();
    private final Capture capture = new Capture();

    @Test
    void whatWasSeenOnTwoGroundsMakesTwoEventsEachWithItsOwn() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        capture.add(List.of(new Disclosure(client, home, Set.of(Part.REFERRAL), NeedScope.ALL, "referral", one)),
                thing());
        capture.add(List.of(new Disclosure(client, home, Set.of(Part.REFERRAL), NeedScope.ALL, "referral", one)),
                thing());
        capture.add(List.of(new Disclosure(client, home, Set.of(Part.IDENTITY), NeedScope.ALL, "referral", other)),
                thing());
        assertEquals(2, capture.touched().size());
        assertEquals(one, capture.touched().get(0).disclosure().basisId());
        assertEquals(2, capture.touched().get(0).records().size());
        assertEquals(other, capture.touched().get(1).disclosure().basisId());
    }

    @Test
    void aViewIsCoveredByWhatAllGroundsOfItsClientOpened() {
        capture.add(List
                .of(new Disclosure(client, home, Set.of(Part.REFERRAL), NeedScope.ALL, "referral", UUID.randomUUID())),
                thing());
        capture.add(List
                .of(new Disclosure(client, home, Set.of(Part.IDENTITY), NeedScope.ALL, "consent", UUID.randomUUID())),
                thing());
        assertTrue(capture.covers(view(client, Part.REFERRAL, Part.IDENTITY)));
        assertFalse(capture.covers(view(client, Part.REFERRAL, Part.NOTES)));
        assertFalse(capture.covers(view(UUID.randomUUID(), Part.REFERRAL)));
        assertFalse(capture.covers("a text"));
    }

    @Test
    void aViewThatNamesNoClientIsCoveredByItsOwnRecordThatNamesNoneAndByNothingElse() {
        Thing thing = thing();
        assertFalse(capture.covers(nameless(thing.id, Part.REFERRAL)));
        capture.add(List.of(new Disclosure(client, home, Set.of(Part.REFERRAL), NeedScope.ALL, "referral", thing.id)),
                thing);
        assertFalse(capture.covers(nameless(thing.id, Part.REFERRAL)));
        capture.addNameless(new Disclosure(null, null, Set.of(Part.REFERRAL), NeedScope.ALL, "referral-fact", thing.id),
                thing);
        assertTrue(capture.covers(nameless(thing.id, Part.REFERRAL)));
        assertFalse(capture.covers(nameless(thing.id, Part.REFERRAL, Part.IDENTITY)));
        assertFalse(capture.covers(nameless(UUID.randomUUID(), Part.REFERRAL)));
        assertFalse(capture.covers(view(null, Part.REFERRAL)));
        assertFalse(capture.covers(view(UUID.randomUUID(), Part.REFERRAL)));
        assertEquals(2, capture.touched().size());
    }

    @Test
    void aRecordOpenedBeforeKeepsItsDecisionAndAnotherHasNone() {
        Thing thing = thing();
        Disclosure disclosure = new Disclosure(client, home, Set.of(Part.REFERRAL), NeedScope.ALL, "home-agency", null);
        capture.add(List.of(disclosure), thing);
        assertSame(disclosure, capture.of(thing).orElseThrow());
        assertTrue(capture.of(thing()).isEmpty());
    }

    private Thing thing() {
        Thing thing = new Thing();
        thing.id = UUID.randomUUID();
        thing.clientId = client;
        thing.homeAgency = home;
        return thing;
    }

    private static DisclosedView nameless(UUID record, Part... parts) {
        return new NamelessView(record, null, Set.of(parts));
    }

    private record NamelessView(UUID recordId, UUID clientId, Set<Part> parts) implements DisclosedView {}

    private static ThingView view(UUID client, Part... parts) {
        return new ThingView(UUID.randomUUID(), client, "label", Set.of(parts));
    }
}
