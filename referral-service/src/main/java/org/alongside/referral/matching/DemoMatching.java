package org.alongside.referral.matching;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.alongside.kit.system.SystemWork;
import org.alongside.referral.directory.DirectoryConfig;
import org.alongside.referral.eligibility.EligibilityService;
import org.alongside.referral.eligibility.Rule;
import org.alongside.referral.povertyline.PovertyLineService;
import org.alongside.referral.povertyline.api.PovertyLineContent;
import org.alongside.referral.synonym.SynonymService;
import org.alongside.referral.synonym.api.Synonyms;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

/** Loads rules, poverty lines and synonyms for the demo directory, after it. Loading again puts right what was changed. */
@ApplicationScoped
class DemoMatching {

    private static final String FILE = "demo/matching.json";

    private final DirectoryConfig config;
    private final Load load;

    DemoMatching(DirectoryConfig config, Load load) {
        this.config = config;
        this.load = load;
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 1000) StartupEvent started) {
        if (config.loadDemo()) {
            load.run();
        }
    }

    record Document(List<Line> povertyLines, Map<String, Set<String>> synonyms, List<ServiceRule> rules) {}

    record Line(String name, LocalDate validFrom, String currency, List<BigDecimal> amounts,
            BigDecimal eachFurther, String source) {

        PovertyLineContent content() {
            return new PovertyLineContent(currency, amounts, eachFurther, source);
        }
    }

    record ServiceRule(UUID serviceId, Rule rule) {}

    /** A bean of its own, because a call within a bean opens no context. */
    @ApplicationScoped
    static class Load {

        private final EligibilityService eligibility;
        private final PovertyLineService povertyLines;
        private final SynonymService synonyms;
        private final ObjectMapper json;

        Load(EligibilityService eligibility, PovertyLineService povertyLines, SynonymService synonyms,
                ObjectMapper json) {
            this.eligibility = eligibility;
            this.povertyLines = povertyLines;
            this.synonyms = synonyms;
            this.json = json;
        }

        @SystemWork("directory-load")
        void run() {
            Document document = document();
            document.povertyLines().forEach(line -> povertyLines.put(line.name(), line.validFrom(), line.content()));
            document.synonyms().forEach((word, others) -> synonyms.replace(word, new Synonyms(others)));
            document.rules().forEach(rule -> eligibility.load(rule.serviceId(), rule.rule()));
        }

        private Document document() {
            try (InputStream file = DemoMatching.class.getClassLoader().getResourceAsStream(FILE)) {
                return json.readValue(file, Document.class);
            } catch (IOException failure) {
                throw new IllegalStateException(
                        "The demo rules and words " + FILE + " cannot be read from the class path",
                        failure);
            }
        }
    }
}
