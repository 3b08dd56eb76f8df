package org.alongside.planning.workqueue;

import org.alongside.kit.code.Coded;

/**
 * The lists of a worker's queue. {@code today}: what is due on this day, and what waits for the worker without a day. {@code overdue}: what
 * was due before. {@code waiting-for-client}, {@code waiting-for-agency}: what others have to do next, whenever it is due.
 */
public enum QueueList implements Coded {
    TODAY, OVERDUE, WAITING_FOR_CLIENT, WAITING_FOR_AGENCY
}
