package org.alongside.audit.log;

import org.alongside.auditlog.LogEntry;
import org.alongside.kit.access.AccessEvent;

/**
 * An access event as it came from Kafka, found to be one.
 *
 * @param entry the bytes to be kept
 * @param event what they say
 */
record Arrival(LogEntry entry, AccessEvent event) {}
