package org.alongside.planning.selfsufficiency;

import org.alongside.kit.code.Coded;

/** Parts of life, as the suite's instrument {@code self-sufficiency} has them ({@code standing.<code>}). Never renamed: sealed rows hold them. */
public enum LifeDomain implements Coded {
    HOUSING, INCOME, FOOD, WORK, HEALTH, MIND, PEOPLE, CHILDREN, TRAVEL, LAW, DAILY, LEARNING
}
