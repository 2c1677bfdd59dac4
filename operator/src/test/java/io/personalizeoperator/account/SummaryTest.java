package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "ACTIVE,ACTIVE,false",
        "none,ACTIVE,false",
        "CREATE PENDING,CREATE PENDING,true",
        "CREATE_PENDING,CREATE PENDING,true",
        "CREATE IN_PROGRESS,CREATE IN_PROGRESS,true",
        "CREATE_IN_PROGRESS,CREATE IN_PROGRESS,true",
        "STOP IN PROGRESS,STOP IN_PROGRESS,true",
        "CREATE STOPPING,CREATE STOPPING,true",
        "CREATE STOPPED,CREATE STOPPED,false",
        "CREATE FAILED,CREATE FAILED,false",
        "CREATE_FAILED,CREATE FAILED,false",
        "DELETE PENDING,DELETE PENDING,true",
        "DELETE IN_PROGRESS,DELETE IN_PROGRESS,true",
        "INACTIVE,INACTIVE,false"
      })
  void everySpellingOfAwsBecomesOne(String aws, String status, boolean underWay) {
    Summary summary = new Summary("arn", aws, Instant.EPOCH, Instant.EPOCH, null);

    assertThat(summary.status()).isEqualTo(status);
    assertThat(Transition.isUnderWay(summary.status())).isEqualTo(underWay);
  }
}
