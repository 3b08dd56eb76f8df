package org.alongside.intake.history;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.intake.client.api.Contact;
import org.alongside.intake.client.api.Identity;
import org.alongside.intake.history.api.VersionView;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.kit.time.Ids;

/** What each client's record was, who made it so and when: appended with every change, in its transaction, and never changed. */
@ApplicationScoped
@Transactional
public class History {

    /** What the bytes of a version are sealed for: a version holds those that the client's own record held. */
    public static final String IDENTITY = "client.identity";
    /** As {@link #IDENTITY}. */
    public static final String CONTACT = "client.contact";

    private static final String OPERATION = "client.history";
    /** Smaller than the version of every record. */
    private static final long BEFORE_ALL = -1;

    private final VersionRepository versions;
    private final SealedJson sealed;
    private final AccessContext access;
    private final Cursors cursors;
    private final Clock clock;

    History(VersionRepository versions, SealedJson sealed, AccessContext access, Cursors cursors, Clock clock) {
        this.versions = versions;
        this.sealed = sealed;
        this.access = access;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** By the caller of the present request. */
    public void append(Change change) {
        Caller caller = access.caller();
        versions.persist(new ClientVersion(Ids.next(), change, clock.instant(),
                new ClientVersion.Actor(caller.subject(), caller.kind().code(), caller.agency())));
    }

    /** The oldest first. {@code disclosed} is the decision that opened the client. */
    public Page<VersionView> of(UUID clientId, Disclosure disclosed, PageRequest page) {
        long lastSeen = page.cursor() == null
                ? BEFORE_ALL
                : Long.parseLong(cursors.open(OPERATION, clientId, page.cursor()).get(0));
        return Page.of(versions.after(clientId, lastSeen, page.rowsToRead()), page,
                version -> view(version, disclosed),
                version -> cursors.seal(OPERATION, clientId, Long.toString(version.change().version())));
    }

    private VersionView view(ClientVersion version, Disclosure disclosed) {
        Change change = version.change();
        ClientVersion.Actor by = version.by();
        return new VersionView(change.clientId(), change.version(), version.at(), change.action(), change.changed(),
                by.subject(), by.kind(), by.agency(),
                sealed.open(disclosed, Part.IDENTITY, IDENTITY, change.identity(), Identity.class),
                sealed.open(disclosed, Part.CONTACT, CONTACT, change.contact(), Contact.class), disclosed.parts());
    }
}
