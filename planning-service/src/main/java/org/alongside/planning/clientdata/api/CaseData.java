package org.alongside.planning.clientdata.api;

import java.util.List;

import org.alongside.planning.agreement.api.AgreementView;
import org.alongside.planning.casework.api.CaseView;
import org.alongside.planning.checkin.api.CheckInView;
import org.alongside.planning.closure.api.ClosureView;
import org.alongside.planning.complaint.api.ComplaintView;
import org.alongside.planning.dependency.api.DependencyReviewView;
import org.alongside.planning.feedback.api.FeedbackView;
import org.alongside.planning.hesitation.api.HesitationView;
import org.alongside.planning.measurement.api.MeasurementView;
import org.alongside.planning.note.api.NoteView;
import org.alongside.planning.option.api.OptionView;
import org.alongside.planning.plan.api.GoalWithSteps;
import org.alongside.planning.review.api.ReviewView;
import org.alongside.planning.selfsufficiency.api.SelfSufficiencyView;
import org.alongside.planning.transfer.api.TransferView;
import org.alongside.planning.workerrequest.api.WorkerRequestView;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * All of one case.
 *
 * @param agreements every one there was, those that were declined or replaced too
 * @param goals      every one, dropped ones too, with its steps
 * @param options    everything that was offered for them, what was refused too
 */
public record CaseData(@JsonProperty("case") CaseView of, List<AgreementView> agreements, List<GoalWithSteps> goals,
        List<OptionView> options, List<HesitationView> hesitations, List<NoteView> notes,
        List<MeasurementView> measurements,
        List<ReviewView> reviews,
        List<SelfSufficiencyView> selfSufficiency, List<DependencyReviewView> dependencyReviews,
        List<ClosureView> closures, List<CheckInView> checkIns, List<TransferView> transfers,
        List<FeedbackView> feedback, List<ComplaintView> complaints, List<WorkerRequestView> workerRequests) {}
