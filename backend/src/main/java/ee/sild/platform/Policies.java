package ee.sild.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Where the one policy is. */
@ApplicationScoped
public class Policies {

    private final EntityManager database;

    Policies(EntityManager database) {
        this.database = database;
    }

    public Policy get() {
        return database.createQuery("from Policy", Policy.class).getSingleResult();
    }

    Policy lock() {
        return database.createQuery("from Policy", Policy.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }
}
