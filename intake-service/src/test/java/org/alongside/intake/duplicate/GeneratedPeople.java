package org.alongside.intake.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up records in which it is known who is who. Names are put together at random from parts common in four origins, family names by
 * Zipf's law with exponent 1. Of a hundred people twelve were taken in a second time: their second record has one to three errors of
 * those listed, drawn evenly. Four of a hundred have a twin, four a brother or sister in the same home, and two share their whole name
 * with somebody else.
 */
final class GeneratedPeople {

    /** What goes wrong when somebody is taken in again. */
    enum Error {
        LETTER_CHANGED, LETTER_LEFT_OUT, LETTERS_EXCHANGED, SOUND_KEPT, SECOND_FAMILY_NAME_LEFT_OUT, NAMES_EXCHANGED,
        DAY_AND_MONTH_EXCHANGED, DIGIT_OF_BIRTH_CHANGED, BIRTH_UNKNOWN, OTHER_TELEPHONE
    }

    /** @param person the same number means the same person */
    record Entry(int person, Traits traits, List<Error> errors) {}

    private static final String[][] FAMILY = {
            {"garcia", "martinez", "rodriguez", "lopez", "hernandez", "gonzalez", "perez", "sanchez", "ramirez",
                    "torres", "flores", "rivera", "gomez", "diaz", "cruz", "morales", "ortiz", "gutierrez", "chavez",
                    "ramos", "castillo", "mendoza", "vasquez", "jimenez", "moreno"},
            {"smith", "johnson", "williams", "brown", "jones", "miller", "davis", "wilson", "anderson", "taylor",
                    "thomas", "moore", "jackson", "martin", "lee", "thompson", "white", "harris", "clark", "lewis",
                    "robinson", "walker", "young", "allen", "king"},
            {"ivanova", "smirnov", "kuznetsova", "popov", "vasiliev", "petrova", "sokolov", "mikhailova", "novikov",
                    "fedorova"},
            {"nguyen", "tran", "pham", "wang", "li", "zhang", "liu", "chen", "kim", "park"}};
    private static final String[][] GIVEN = {
            {"maria", "jose", "guadalupe", "juan", "ana", "luis", "carmen", "carlos", "rosa", "miguel", "elena",
                    "alejandro", "veronica", "fernando", "patricia", "ricardo", "leticia", "eduardo", "silvia",
                    "javier"},
            {"james", "mary", "robert", "linda", "michael", "barbara", "william", "susan", "david", "jessica",
                    "catherine", "thomas", "stephanie", "charles", "christopher", "nancy", "steven", "ashley",
                    "geoffrey", "philip"},
            {"olga", "dmitri", "tatiana", "sergei", "natalia", "andrei", "irina", "alexei", "svetlana", "nikolai"},
            {"anh", "linh", "minh", "wei", "jing", "hao", "xiu", "min", "soo", "thanh"}};
    private static final String[][] SOUNDS = {{"ph", "f"}, {"th", "t"}, {"z", "s"}, {"v", "b"}, {"ck", "k"},
            {"c", "k"}, {"y", "i"}, {"ll", "l"}, {"ie", "y"}};
    private static final int ERRORS = 3;

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private int people;

    GeneratedPeople(long seed) {
        this.random = new Random(seed);
    }

    List<Entry> of(int number) {
        while (people < number) {
            Traits person = person();
            add(person);
            int chance = random.nextInt(100);
            if (chance < 12) {
                again(person);
            } else if (chance < 16) {
                add(new Traits(person.family(), otherGiven(person), person.born(), true, person.contacts(),
                        person.area()));
            } else if (chance < 20) {
                add(new Traits(person.family(), otherGiven(person), born(), true, person.contacts(), person.area()));
            } else if (chance < 22) {
                add(new Traits(person.family(), person.given(), born(), true, Set.of(telephone()), area()));
            }
        }
        return entries;
    }

    private void add(Traits traits) {
        entries.add(new Entry(people++, traits, List.of()));
    }

    private Traits person() {
        int origin = random.nextInt(10);
        int kind = origin < 4 ? 0 : origin < 8 ? 1 : origin - 6;
        List<String> family = kind == 0 && random.nextInt(3) > 0
                ? List.of(zipf(FAMILY[kind]), zipf(FAMILY[kind]))
                : List.of(zipf(FAMILY[kind]));
        List<String> given = random.nextInt(4) == 0
                ? List.of(any(GIVEN[kind]), any(GIVEN[kind]))
                : List.of(any(GIVEN[kind]));
        return new Traits(family, given, born(), true, Set.of(telephone()), area());
    }

    private List<String> otherGiven(Traits person) {
        String other = person.given().get(0);
        while (person.given().contains(other)) {
            other = any(GIVEN[random.nextInt(2)]);
        }
        return List.of(other);
    }

    private void again(Traits person) {
        Traits second = person;
        List<Error> errors = new ArrayList<>();
        int wanted = 1 + random.nextInt(ERRORS);
        while (errors.size() < wanted) {
            Error error = Error.values()[random.nextInt(Error.values().length)];
            if (!errors.contains(error)) {
                second = with(error, second);
                errors.add(error);
            }
        }
        entries.add(new Entry(people - 1, second, errors));
    }

    private Traits with(Error error, Traits p) {
        return switch (error) {
            case LETTER_CHANGED -> named(p, this::changed);
            case LETTER_LEFT_OUT -> named(p, word -> cut(word, random.nextInt(word.length())));
            case LETTERS_EXCHANGED -> named(p, word -> exchanged(word, random.nextInt(word.length() - 1)));
            case SOUND_KEPT -> named(p, GeneratedPeople::asHeard);
            case SECOND_FAMILY_NAME_LEFT_OUT -> new Traits(p.family().subList(0, 1), p.given(), p.born(), p.certain(),
                    p.contacts(), p.area());
            case NAMES_EXCHANGED -> new Traits(p.given(), p.family(), p.born(), p.certain(), p.contacts(), p.area());
            case DAY_AND_MONTH_EXCHANGED -> born(p, p.born() == null ? null : dayAndMonth(p.born()));
            case DIGIT_OF_BIRTH_CHANGED -> born(p, p.born() == null ? null : digit(p.born()));
            case BIRTH_UNKNOWN -> born(p, null);
            case OTHER_TELEPHONE -> new Traits(p.family(), p.given(), p.born(), p.certain(), Set.of(telephone()),
                    p.area());
        };
    }

    private interface Change {
        String of(String word);
    }

    /** One word of the name, of the family or the given ones. */
    private Traits named(Traits p, Change change) {
        boolean family = random.nextBoolean();
        List<String> words = new ArrayList<>(family ? p.family() : p.given());
        int which = random.nextInt(words.size());
        words.set(which, words.get(which).length() < 3 ? words.get(which) : change.of(words.get(which)));
        return new Traits(family ? words : p.family(), family ? p.given() : words, p.born(), p.certain(), p.contacts(),
                p.area());
    }

    private static Traits born(Traits p, String born) {
        return new Traits(p.family(), p.given(), born, p.certain(), p.contacts(), p.area());
    }

    private String changed(String word) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
    }

    private static String cut(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    private static String exchanged(String word, int at) {
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static String asHeard(String word) {
        for (String[] sound : SOUNDS) {
            if (word.contains(sound[0])) {
                return word.replace(sound[0], sound[1]);
            }
        }
        return word;
    }

    /** As it was written, where that is no date. */
    private static String dayAndMonth(String born) {
        LocalDate date = LocalDate.parse(born);
        return date.getDayOfMonth() > 12
                ? born
                : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()).toString();
    }

    private static String digit(String born) {
        LocalDate date = LocalDate.parse(born);
        return date.withYear(date.getYear() % 10 == 9 ? date.getYear() - 1 : date.getYear() + 1).toString();
    }

    private String born() {
        return LocalDate.of(1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28)).toString();
    }

    private String telephone() {
        return "555" + (1_000_000 + random.nextInt(9_000_000));
    }

    private String area() {
        return "001" + (10 + random.nextInt(40));
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private String zipf(String[] words) {
        double sum = 0;
        for (int i = 1; i <= words.length; i++) {
            sum += 1.0 / i;
        }
        double point = random.nextDouble() * sum;
        for (int i = 1; i < words.length; i++) {
            point -= 1.0 / i;
            if (point < 0) {
                return words[i - 1];
            }
        }
        return words[words.length - 1];
    }
}
