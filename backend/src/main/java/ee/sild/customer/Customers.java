package ee.sild.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.NameOrder;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;
import ee.sild.settings.MaskedField;

/** The customers. Staff see all; a partner sees those that it added or has accepted an opportunity for. */
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<Customer, UUID> {

    /**
     * From this similarity on, two names may belong to one company. {@code doc/registration.md} has the curve that it
     * was read from.
     */
    public static final double ALIKE = 0.55;

    private final Session session;
    private final RowSecurity rows;

    Customers(Session session, RowSecurity rows) {
        this.session = session;
        this.rows = rows;
    }

    public Customer get(UUID id, CurrentUser viewer) {
        return find(id, viewer).orElseThrow(NotFound::new);
    }

    /** The customer with this ID; empty if the viewer may not see it. */
    public Optional<Customer> find(UUID id, CurrentUser viewer) {
        return findByIdOptional(id)
                .or(() -> merged(id).map(this::findById))
                .filter(customer -> isVisible(customer, viewer));
    }

    Customer lock(UUID id, CurrentUser viewer) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .or(() -> merged(id).map(now -> findById(now, LockModeType.PESSIMISTIC_WRITE)))
                .filter(customer -> isVisible(customer, viewer))
                .orElseThrow(NotFound::new);
    }

    /**
     * The ID of the record that this one was merged into; otherwise its own ID. Loads no entity, because the row may
     * not be locked yet.
     */
    public Optional<UUID> current(UUID id) {
        return session.createSelectionQuery("select c.id from Customer c where c.id = :id", UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .or(() -> merged(id));
    }

    /** The IDs, with those of the records that some of these were merged into; null for null. */
    public List<UUID> withCurrent(List<UUID> ids) {
        if (ids == null || ids.isEmpty()) {
            return ids;
        }
        return Stream.concat(
                        ids.stream(),
                        session.createSelectionQuery(
                                        "select a.customerId from CustomerAlias a where "
                                                + KeysetQuery.oneOf("a.id", "ids"),
                                        UUID.class)
                                .setParameter("ids", ids.toArray(UUID[]::new))
                                .getResultStream())
                .toList();
    }

    private Optional<UUID> merged(UUID id) {
        return session.createSelectionQuery("select a.customerId from CustomerAlias a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    private boolean isVisible(Customer customer, CurrentUser viewer) {
        return viewer.partnerScope() == null || isKnown(customer.id(), viewer.partnerScope());
    }

    private boolean isKnown(UUID customer, UUID partner) {
        return session.find(CustomerAccess.class, new CustomerAccess.Key(customer, partner)) != null;
    }

    /** Creates a customer. A partner that creates one gets access to it. */
    public Customer create(EditCustomerRequest details, CurrentUser by, Instant now) {
        // A partner must not learn that someone else has a customer with this code. The vendor sees all customers.
        if (by.isStaff()
                && details.profile().registryCode() != null
                && count(
                                "country = ?1 and profile.registryCode = ?2",
                                details.country(),
                                details.profile().registryCode())
                        > 0) {
            throw new RuleViolation("duplicate");
        }
        var customer = new Customer(details, by.partnerId(), now);
        persistAndFlush(customer);
        if (by.partnerId() != null) {
            session.persist(new CustomerAccess(customer.id(), by.partnerId(), now));
        }
        return customer;
    }

    /** Adds a contact to a customer and returns its ID. Only the vendor and the partner that adds a contact see it. */
    public UUID addContact(Customer customer, EditContactRequest details, CurrentUser by, Instant now) {
        var contact = new Contact(customer.id(), details, by.partnerId(), now);
        session.persist(contact);
        return contact.id();
    }

    Contact contact(UUID customer, UUID id) {
        return session.createSelectionQuery("from Contact where customerId = :customer and id = :id", Contact.class)
                .setParameter("customer", customer)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** The contacts of a customer, sorted by name. */
    public List<ContactView> contacts(UUID customer) {
        return session
                .createSelectionQuery(
                        "from Contact where customerId = :id order by " + NameOrder.hql("name") + ", id", Contact.class)
                .setParameter("id", customer)
                .stream()
                .map(ContactView::of)
                .toList();
    }

    /** The contacts of a customer that the caller does not know yet, without the masked fields. */
    public List<ContactView> contacts(UUID customer, Set<MaskedField> kept) {
        return rows.asSystem(() -> contacts(customer)).stream()
                .map(contact -> contact.without(kept))
                .toList();
    }

    /** Whether all of these are contacts of this customer. */
    public boolean areContacts(UUID customer, Collection<UUID> ids) {
        return ids.isEmpty()
                || contacts(customer).stream().map(ContactView::id).toList().containsAll(ids);
    }

    /** The customer of a visible opportunity, even if the caller does not know the customer yet. */
    public Customer of(UUID id) {
        return findByIdOptional(id).orElseGet(() -> rows.asSystem(() -> findById(id)));
    }
}
