package crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same library from Java: blocking calls, no Kotlin in sight. */
class BlockingJavaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private static UnitPrice price(String amount) {
        return new UnitPrice(new BigDecimal(amount), "EUR");
    }

    @ParameterizedTest
    @EnumSource
    void goods_are_sold_and_paid(Engine engine) {
        try (Database database = Database.Companion.on(engine); BlockingCrm crm = BlockingCrm.open(database.getUrl())) {
            crm.migrate();
            CompanyCreated company = crm.createCompany("Acme", "EUR", new Operator("ana", "Ana", List.of("administrator")));
            try (BlockingSession session = crm.actAs(company.getCompanyId(), company.getOperatorId())) {
                CustomerRecord customer = session.getCustomers().create(new Customer("Bodega Peña").withCode("C1").withPaymentDays(30));
                ProductRecord product = session.getProducts().create(new Product("Lantern", "EUR").withCode("P1"));
                WarehouseRecord warehouse = session.getWarehouses().create(new Warehouse("W", "Main"));
                List<ReceiptLine> received = List.of(new ReceiptLine(product.getId(), new BigDecimal("10"), price("3.00")));
                session.getStock().receive(new NewReceipt(warehouse.getId(), DAY, received));

                LineItem line = new LineItem(product.getId(), new BigDecimal("4")).withUnitPrice(price("5.00"));
                NewDelivery delivery = new NewDelivery(customer.getId(), warehouse.getId(), DAY, List.of(line)).withReference("order 4711");
                SalesPosted posted = session.idempotent("order-4711").getSales().deliver(delivery);
                assertEquals("DN-2026-000001", posted.getNumber());

                pay(database.getUrl(), company.getCompanyId(), company.getOperatorId(), DAY.plusDays(60));
                assertEquals(0, session.getReceivables().balance(customer.getId(), DAY.plusDays(60), "EUR").getAmount().signum());
                session.verify();

                List<String> codes = new ArrayList<>();
                Filter<Customers> spanish = Customers.name.contains("pena").and(Customers.paymentDays.ge(30L));
                session.getCustomers().listAll(spanish).forEach(found -> codes.add(found.getCode()));
                assertEquals(List.of("C1"), codes);

                CustomerRecord noted = session.getCustomers().patch(customer.getId(), Customers.notes.set("calls"), Customers.country.set(null));
                assertEquals("calls", noted.getNotes());
                assertEquals(30, noted.getPaymentDays());

                CreditLine.Free free = new CreditLine.Free(product.getId(), BigDecimal.ONE).withTaxCode("T21").withUnitPrice(price("5.00"));
                assertEquals("T21", free.getTaxCode());

                NewDelivery tooMuch = delivery.withLines(List.of(new LineItem(product.getId(), new BigDecimal("7")).withUnitPrice(price("5.00"))));
                CrmException.Conflict refused = assertThrows(CrmException.Conflict.class, () -> session.getSales().deliver(tooMuch));
                assertEquals(ErrorCodes.STOCK_INSUFFICIENT, refused.getCode());
                assertFalse(refused.getRetryable());
            }
        }
    }

    /** What the README shows. */
    private static void pay(String url, UUID companyId, UUID operatorId, LocalDate day) {
        try (BlockingCrm crm = BlockingCrm.open(url); BlockingSession session = crm.actAs(companyId, operatorId)) {
            Filter<Customers> slow = Customers.name.contains("pena").and(Customers.paymentDays.ge(30L));
            for (CustomerRecord found : session.getCustomers().listAll(slow)) {
                Money owed = session.getReceivables().balance(found.getId(), day, "EUR");
                NewPayment payment = new NewPayment(found.getId(), day, owed).withAllocate(Allocate.OldestDue.INSTANCE);
                session.idempotent("bank-" + found.getCode()).getReceivables().recordPayment(payment);
            }
        } catch (CrmException.Conflict refused) {
            System.err.println(refused.getCode());
        }
    }
}
