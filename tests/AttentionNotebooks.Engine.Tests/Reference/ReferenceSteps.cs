using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>What the oracle found: A with bias and mask, A′, O.</summary>
internal sealed record ReferenceSteps(Matrix<double> Scores, Matrix<double> Weights, Matrix<double> Output);
