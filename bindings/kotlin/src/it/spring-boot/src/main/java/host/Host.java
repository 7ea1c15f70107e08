package host;

import crm.BlockingCrm;
import crm.BlockingSession;
import crm.CompanyCreated;
import crm.Crm;
import crm.Customer;
import crm.CustomerRecord;
import crm.JsonValues;
import crm.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.serialization.json.Json;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Opens the library as a bean, which is closed with the application, and keeps a customer in it. */
@SpringBootApplication
public class Host {
    public static void main(String[] arguments) {
        SpringApplication.run(Host.class, arguments).close();
    }

    @Bean(destroyMethod = "close")
    BlockingCrm crm() throws Exception {
        Path folder = Files.createTempDirectory("host");
        folder.toFile().deleteOnExit();
        BlockingCrm crm = BlockingCrm.open("sqlite:" + folder.resolve("books.db"));
        crm.migrate();
        return crm;
    }

    @Bean
    CommandLineRunner story(BlockingCrm crm) {
        return arguments -> {
            CompanyCreated company = crm.createCompany("Acme", "EUR", new Operator("ana", "Ana").withRoles(List.of("administrator")));
            try (BlockingSession session = crm.actAs(company.getCompanyId(), company.getOperatorId())) {
                session.getCustomers().create(new Customer("Bodega Peña").withCode("C1"), JsonValues.of(Map.of()));
                CustomerRecord found = session.getCustomers().list().getItems().get(0);
                // Suspending functions have versions of their own to fit.
                Crm suspending = crm.suspending();
                Object missing = BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, (scope, waiting) -> suspending.missingSteps(waiting));
                String json = Json.class.getProtectionDomain().getCodeSource().getLocation().toString();
                System.out.println("host: " + found.getCode() + " " + found.getName() + ", missing " + missing + ", with " + json);
            }
        };
    }
}
