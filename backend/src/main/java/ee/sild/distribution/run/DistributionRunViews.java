package ee.sild.distribution.run;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.identity.Users;
import ee.sild.platform.Ref;

/** Shows runs and the result of each opportunity. */
@ApplicationScoped
class DistributionRunViews {

    private static final String ITEMS = """
            select i.opportunity_id, o.topic, o.number, i.partner_id, p.name as partner, i.method, i.rule, i.status,
              i.code
              from distribution_run_item i join opportunity o on o.id = i.opportunity_id left join partner p
                on p.id = i.partner_id
             where i.run_id = :run order by i.position""";

    private final DistributionRuns runs;
    private final EntityManager database;
    private final Users users;

    DistributionRunViews(DistributionRuns runs, EntityManager database, Users users) {
        this.runs = runs;
        this.database = database;
        this.users = users;
    }

    /** The newest runs, without their opportunities. */
    List<DistributionRunView> recent() {
        return runs.find("order by createdAt desc, id desc").page(0, 20).list().stream()
                .map(run -> view(run).withoutItems())
                .toList();
    }

    DistributionRunView view(DistributionRun run) {
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) database.createNativeQuery(ITEMS, Tuple.class)
                .setParameter("run", run.id())
                .getResultList();
        var items = rows.stream()
                .map(row -> new DistributionRunItemView(
                        new Ref(row.get("opportunity_id", UUID.class), row.get("topic", String.class)),
                        row.get("number", String.class),
                        Ref.orNull(new Ref(row.get("partner_id", UUID.class), row.get("partner", String.class))),
                        row.get("method", String.class) == null
                                ? null
                                : DistributionMethod.valueOf(row.get("method", String.class)),
                        row.get("rule", String.class),
                        DistributionRunItemStatus.valueOf(row.get("status", String.class)),
                        row.get("code", String.class)))
                .toList();
        int left = (int) items.stream()
                .filter(item -> item.status()
                        == (run.status() == DistributionRunStatus.PREPARING
                                ? DistributionRunItemStatus.WAITING
                                : DistributionRunItemStatus.PROPOSED))
                .count();
        return new DistributionRunView(
                run.id(),
                run.method(),
                run.weights(),
                run.status(),
                items.size(),
                run.status() == DistributionRunStatus.PREVIEW ? items.size() : items.size() - left,
                items,
                users.ref(run.createdBy()),
                run.createdAt(),
                run.doneAt(),
                run.version());
    }
}
