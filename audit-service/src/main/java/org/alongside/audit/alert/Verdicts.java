package org.alongside.audit.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.alert.rule.RuleCode;
import org.alongside.audit.alert.rule.RuleConfig;
import org.alongside.audit.work.WorkHistory;

/** What the rules learn from reviews: that a worker who seemed a stranger belongs to those who work with the client. */
@ApplicationScoped
class Verdicts {

    private static final String NEW = """
            update alert set learned = true where status = 'reviewed' and not learned
            returning rule, verdict, actor, client, agency is not distinct from home_agency""";

    private final int colleagueClients;

    Verdicts(RuleConfig config) {
        this.colleagueClients = config.colleagueClients();
    }

    private record Confirmed(UUID client, String worker) {}

    void learn(Connection connection) throws SQLException {
        List<Confirmed> confirmed = newOnes(connection);
        if (confirmed.isEmpty()) {
            return;
        }
        WorkHistory work = WorkHistory.read(connection, confirmed.stream().map(Confirmed::client).toList(), List.of());
        confirmed.forEach(each -> work.confirm(each.client(), each.worker(), colleagueClients));
        work.write(connection);
    }

    private static List<Confirmed> newOnes(Connection connection) throws SQLException {
        List<Confirmed> confirmed = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(NEW); ResultSet row = read.executeQuery()) {
            while (row.next()) {
                if (RuleCode.NO_CONNECTION.code().equals(row.getString(1))
                        && Verdict.APPROPRIATE.code().equals(row.getString(2)) && row.getBoolean(5)) {
                    confirmed.add(new Confirmed(row.getObject(4, UUID.class), row.getString(3)));
                }
            }
        }
        return confirmed;
    }
}
