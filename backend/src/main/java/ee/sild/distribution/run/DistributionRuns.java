package ee.sild.distribution.run;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.problem.NotFound;

/** The runs over many opportunities. */
@ApplicationScoped
class DistributionRuns implements PanacheRepositoryBase<DistributionRun, UUID> {

    DistributionRun get(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    List<DistributionRunItem> items(UUID run) {
        return getEntityManager()
                .createQuery("from DistributionRunItem where runId = :run order by position", DistributionRunItem.class)
                .setParameter("run", run)
                .getResultList();
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

    /** The opportunities of a run that wait for its next step. */
    List<UUID> waiting(UUID run, DistributionRunItemStatus status) {
        return items(run).stream()
                .filter(item -> item.status() == status)
                .map(DistributionRunItem::id)
                .toList();
    }

    DistributionRun lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }
}
