package org.alongside.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.Signal;

/** Wakes the relay of this process. */
@ApplicationScoped
class OutboxSignal extends Signal {}
