package ee.sild.distribution.run;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.identity.Users;
import ee.sild.opportunity.Opportunities;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** The runs over many opportunities. */
@ApplicationScoped
class DistributionRuns implements PanacheRepositoryBase<DistributionRun, UUID> {

    private static final String ITEMS = """
            select i.opportunity_id, o.topic, o.number, i.partner_id, p.name as partner, i.method, i.rule, i.status,
              i.code
              from distribution_run_item i join opportunity o on o.id = i.opportunity_id left join partner p
                on p.id = i.partner_id
             where i.run_id = :run order by i.position""";

    private final Opportunities opportunities;
    private final Users users;
    private final Partners partners;
    private final CurrentUser user;
    private final Event<Job.Wanted> jobs;
    private final Clock clock;

    DistributionRuns(
            Opportunities opportunities,
            Users users,
            Partners partners,
            CurrentUser user,
            Event<Job.Wanted> jobs,
            Clock clock) {
        this.opportunities = opportunities;
        this.users = users;
        this.partners = partners;
        this.user = user;
        this.jobs = jobs;
        this.clock = clock;
    }

    DistributionRunView create(CreateDistributionRunRequest request) {
        check(request);
        var run = new DistributionRun(request.method(), request.weights(), user.id(), clock.instant());
        persist(run);
        for (int i = 0; i < request.opportunityIds().size(); i++) {
            getEntityManager()
                    .persist(new DistributionRunItem(
                            run.id(), i, request.opportunityIds().get(i)));
        }
        flush();
        jobs.fire(DistributionRunJob.WANTED);
        return view(run);
    }

    private void check(CreateDistributionRunRequest request) {
        var findings = new Violations()
                .addIf(
                        !request.method().matches() && request.method() != DistributionMethod.AUTOMATIC,
                        "/method",
                        "method.run")
                .addIf(
                        request.method() == DistributionMethod.AUTOMATIC && request.weights() != null,
                        "/weights",
                        "method.run");
        var seen = new HashSet<UUID>();
        for (int i = 0; i < request.opportunityIds().size(); i++) {
            UUID id = request.opportunityIds().get(i);
            findings.addIf(!seen.add(id), "/opportunityIds/" + i, "twice")
                    .requireReference(opportunities.findByIdOptional(id).isPresent(), "/opportunityIds/" + i);
        }
        findings.throwIfAny();
    }

    DistributionRun get(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    DistributionRunView confirm(UUID id, ConfirmDistributionRunRequest request, ExpectedVersion version) {
        var run = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
        version.check(run.version());
        run.confirm(clock.instant());
        var items = new HashMap<UUID, DistributionRunItem>();
        items(id).forEach(item -> items.put(item.opportunityId(), item));
        var choices = request.choices() == null ? List.<ConfirmDistributionRunRequest.Choice>of() : request.choices();
        var findings = new Violations();
        for (int i = 0; i < choices.size(); i++) {
            check(items, choices.get(i), "/choices/" + i, findings);
        }
        findings.throwIfAny();
        choices.forEach(choice -> items.get(choice.opportunityId()).choose(choice.partnerId()));
        items.values().stream()
                .filter(item -> item.status() == DistributionRunItemStatus.NOBODY)
                .forEach(DistributionRunItem::leaveOut);
        flush();
        jobs.fire(DistributionRunJob.WANTED);
        return view(run);
    }

    private void check(
            Map<UUID, DistributionRunItem> items,
            ConfirmDistributionRunRequest.Choice choice,
            String pointer,
            Violations findings) {
        findings.requireReference(items.containsKey(choice.opportunityId()), pointer + "/opportunityId")
                .addIf(
                        choice.partnerId() != null
                                && partners.active(choice.partnerId()).isEmpty(),
                        pointer + "/partnerId",
                        "partner.not-active");
    }

    List<DistributionRunItem> items(UUID run) {
        return getEntityManager()
                .createQuery("from DistributionRunItem where runId = :run order by position", DistributionRunItem.class)
                .setParameter("run", run)
                .getResultList();
    }

    /** The newest runs, without their opportunities. */
    List<DistributionRunView> recent() {
        return find("order by createdAt desc, id desc").page(0, 20).list().stream()
                .map(run -> view(run).withoutItems())
                .toList();
    }

    DistributionRunView view(DistributionRun run) {
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) getEntityManager()
                .createNativeQuery(ITEMS, Tuple.class)
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

    /** The runs that need work, oldest first. */
    List<UUID> open() {
        return getEntityManager()
                .createQuery(
                        "select r.id from DistributionRun r where r.status in ('PREPARING', "
                                + "'RUNNING') order by r.createdAt",
                        UUID.class)
                .getResultList();
    }
}
