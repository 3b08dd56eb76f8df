package org.alongside.kit.grant;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.Part;

/** A live permission of one agency to see named parts of one client's data, as the access decision needs it. */
public record Grant(UUID id, String basis, UUID basisId, Set<Part> parts) {}
